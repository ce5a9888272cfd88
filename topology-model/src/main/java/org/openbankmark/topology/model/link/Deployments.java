package org.openbankmark.topology.model.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.model.raw.RawDeployment;
import org.openbankmark.topology.model.raw.RawEnvironment;

/**
 * How each topic is deployed: the defaults, over them what the topic says, over that what the environment says of every
 * topic, and last what it says of this one.
 */
record Deployments(RawDeployment defaults, Optional<RawEnvironment> environment) {
    private static final String CLEANUP_POLICY = "cleanup.policy";

    /**
     * The facts of one topic.
     *
     * @param raw whether it holds dead letters: a policy for all topics of records must not compact those away
     */
    RawDeployment of(String topic, RawDeployment own, boolean raw) {
        RawDeployment deployment = (raw ? withoutPolicy(defaults) : defaults).overlaidBy(own);
        if (environment.isEmpty()) {
            return deployment;
        }
        RawEnvironment chosen = environment.get();
        RawEnvironment.Overlay overlay = chosen.topics().get(topic);
        deployment = deployment.overlaidBy(raw ? withoutPolicy(chosen.every()) : chosen.every());
        return overlay == null ? deployment : deployment.overlaidBy(overlay.deployment());
    }

    private static RawDeployment withoutPolicy(RawDeployment deployment) {
        Map<String, RawDeployment.Setting> config = new LinkedHashMap<>(deployment.config());
        config.remove(CLEANUP_POLICY);
        return new RawDeployment(
                deployment.partitions(),
                deployment.replicas(),
                deployment.compatibility(),
                config,
                deployment.preventDelete());
    }
}
