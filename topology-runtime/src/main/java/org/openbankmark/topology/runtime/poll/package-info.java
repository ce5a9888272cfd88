/**
 * Feeds a consumer's backlog from Kafka: the poll thread, its rebalances and commits. Knows nothing of handlers, attempts
 * or record types.
 */
@NullMarked
package org.openbankmark.topology.runtime.poll;

import org.jspecify.annotations.NullMarked;
