package org.openbankmark.topology.runtime.poll;

import java.time.Duration;

/**
 * How a poll thread behaves.
 *
 * @param name of the consumer, for logs
 * @param topic that it reads
 * @param commitInterval shortest time between two commits in the background
 * @param commitLimit how long a partition that leaves is held for its last commit
 * @param revokePatience how long a partition that leaves is held for the record in the handler's hands
 * @param authorizationPatience how long refused credentials or permissions are tried again
 * @param silence how long no byte from any broker means that none can be reached
 */
public record PollSpec(
        String name,
        String topic,
        Duration commitInterval,
        Duration commitLimit,
        Duration revokePatience,
        Duration authorizationPatience,
        Duration silence) {}
