/**
 * What the files say, element by element, each with its place; names are not yet resolved.
 *
 * <p>Knows nothing of YAML and nothing of the resolved model.
 */
@NullMarked
package org.openbankmark.topology.model.raw;

import org.jspecify.annotations.NullMarked;
