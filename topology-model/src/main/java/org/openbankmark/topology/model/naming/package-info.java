/**
 * What names may look like in Avro, in Kafka and in the topology format.
 *
 * <p>Knows nothing of what the names stand for.
 */
@NullMarked
package org.openbankmark.topology.model.naming;

import org.jspecify.annotations.NullMarked;
