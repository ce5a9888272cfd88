/**
 * What users call: producers, consumers, request clients, and the classes that hand them out.
 *
 * <p>Knows the model and Java source; must not know Maven, YAML, or the disk.
 */
@NullMarked
package org.openbankmark.topology.generator.client;

import org.jspecify.annotations.NullMarked;
