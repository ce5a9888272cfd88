/**
 * From a topology to files: what an emitter gives.
 *
 * <p>Knows no YAML, no Maven and no disk.
 */
@NullMarked
package org.openbankmark.topology.generator;

import org.jspecify.annotations.NullMarked;
