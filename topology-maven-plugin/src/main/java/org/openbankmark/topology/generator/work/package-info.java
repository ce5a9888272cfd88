/**
 * Work on many things at once.
 *
 * <p>Knows threads only; must not know what is worked on.
 */
@NullMarked
package org.openbankmark.topology.generator.work;

import org.jspecify.annotations.NullMarked;
