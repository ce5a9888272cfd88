/**
 * YAML text to a tree of mappings, sequences and scalars in which each value keeps its place.
 *
 * <p>The only package that knows snakeyaml; knows nothing of what the keys mean.
 */
@NullMarked
package org.openbankmark.topology.model.yaml;

import org.jspecify.annotations.NullMarked;
