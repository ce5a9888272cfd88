/**
 * The one place where names of a topology become names in Java: reserved words, collisions, file systems.
 *
 * <p>Names of generated records are those that Avro looks for at run time. Knows nothing of what is in a class.
 */
@NullMarked
package org.openbankmark.topology.generator.naming;

import org.jspecify.annotations.NullMarked;
