/**
 * What was seen of a cluster and a registry, as plain data. Knows neither Kafka nor HTTP.
 */
@NullMarked
package org.openbankmark.topology.sync.state;

import org.jspecify.annotations.NullMarked;
