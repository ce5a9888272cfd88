/**
 * Raw elements to the resolved model: names to what they mean, and every rule that looks at more than one element.
 *
 * <p>Knows nothing of YAML; reads no files.
 */
@NullMarked
package org.openbankmark.topology.model.link;

import org.jspecify.annotations.NullMarked;
