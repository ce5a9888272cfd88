/**
 * From a topology file to generated files on the disk: asked for by a request, done by one generator, told as a result.
 *
 * <p>Must not know Maven, YAML, or what any single kind of output looks like.
 */
@NullMarked
package org.openbankmark.topology.generator.pipeline;

import org.jspecify.annotations.NullMarked;
