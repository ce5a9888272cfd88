/**
 * What a topology opens to GraphQL: the schema as SDL, and the wiring for graphql-java in Java.
 *
 * <p>Knows the model and Java source; must not know Maven, YAML, or the disk.
 */
@NullMarked
package org.openbankmark.topology.generator.graphql;

import org.jspecify.annotations.NullMarked;
