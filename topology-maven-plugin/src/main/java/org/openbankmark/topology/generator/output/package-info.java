/**
 * The disk: what was generated is written here, kept in step, and cleared away.
 *
 * <p>Knows paths and bytes; must not know what is in a file, Maven, or the model.
 */
@NullMarked
package org.openbankmark.topology.generator.output;

import org.jspecify.annotations.NullMarked;
