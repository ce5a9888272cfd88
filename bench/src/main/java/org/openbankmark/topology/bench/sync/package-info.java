/**
 * sync-cli as a process over many topics and subjects, against the bare call of Kafka's AdminClient.
 */
@NullMarked
package org.openbankmark.topology.bench.sync;

import org.jspecify.annotations.NullMarked;
