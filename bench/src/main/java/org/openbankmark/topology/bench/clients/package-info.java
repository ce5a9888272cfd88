/**
 * Generated producers and consumers through a real broker, beside Kafka's own clients with byte arrays.
 */
@NullMarked
package org.openbankmark.topology.bench.clients;

import org.jspecify.annotations.NullMarked;
