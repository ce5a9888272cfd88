package org.openbankmark.topology.runtime.consumer;

/**
 * Counts of records since a consumer started.
 *
 * @param handled handed to the handler with success
 * @param retries attempts beyond the first
 * @param deadLettered written to the dead-letter topic
 */
public record ConsumerCounters(long handled, long retries, long deadLettered) {}
