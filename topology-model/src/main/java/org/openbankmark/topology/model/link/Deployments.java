package org.openbankmark.topology.model.link;

import java.util.Optional;
import org.openbankmark.topology.model.raw.RawDeployment;
import org.openbankmark.topology.model.raw.RawEnvironment;

/**
 * How each topic is deployed: the defaults, over them what the topic says, over that what the environment says of every
 * topic, and last what it says of this one.
 */
record Deployments(RawDeployment defaults, Optional<RawEnvironment> environment) {

    RawDeployment of(String topic, RawDeployment own) {
        RawDeployment deployment = defaults.overlaidBy(own);
        if (environment.isEmpty()) {
            return deployment;
        }
        RawEnvironment chosen = environment.get();
        RawEnvironment.Overlay overlay = chosen.topics().get(topic);
        deployment = deployment.overlaidBy(chosen.every());
        return overlay == null ? deployment : deployment.overlaidBy(overlay.deployment());
    }
}
