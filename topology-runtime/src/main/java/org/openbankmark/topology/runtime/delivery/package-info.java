/**
 * What happens to a record between the log and its handler: order, attempts, dead letters, what counts as handled. Knows
 * no broker: Kafka's poll loop and the in-memory log both feed it.
 */
@NullMarked
package org.openbankmark.topology.runtime.delivery;

import org.jspecify.annotations.NullMarked;
