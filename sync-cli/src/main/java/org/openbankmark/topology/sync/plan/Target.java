package org.openbankmark.topology.sync.plan;

import java.util.Optional;

/**
 * What a plan is for.
 *
 * @param topology its name
 * @param file as the user named it
 * @param brokers how many live
 * @param registry its address, without credentials
 */
public record Target(
        String topology, String file, Optional<String> environment, String clusterId, int brokers, String registry) {}
