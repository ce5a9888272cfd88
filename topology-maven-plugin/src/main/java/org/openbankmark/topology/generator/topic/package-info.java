/**
 * Topics as typed constants, and the sealed interfaces over records that share a topic or answer one command.
 *
 * <p>Knows the model and Java source; must not know Maven, YAML, or the disk.
 */
@NullMarked
package org.openbankmark.topology.generator.topic;

import org.jspecify.annotations.NullMarked;
