package org.openbankmark.topology.runtime.delivery;

/**
 * When to try again.
 *
 * @param handler after a handler failed
 * @param outage while the registry, or the dead-letter topic's broker, cannot be reached
 */
public record Schedules(RetrySchedule handler, RetrySchedule outage) {}
