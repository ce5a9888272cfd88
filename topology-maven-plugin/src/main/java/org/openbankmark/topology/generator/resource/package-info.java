/**
 * Resources that go into the product's jar: schemas, and the topology's description for tools and for users downstream.
 *
 * <p>Knows the model; must not know Java source, Maven, YAML, or the disk.
 */
@NullMarked
package org.openbankmark.topology.generator.resource;

import org.jspecify.annotations.NullMarked;
