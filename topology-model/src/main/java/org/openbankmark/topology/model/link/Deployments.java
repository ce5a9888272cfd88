package org.openbankmark.topology.model.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.model.raw.RawDeployment;
import org.openbankmark.topology.model.raw.RawEnvironment;
import org.openbankmark.topology.model.raw.RawTopic;
import org.openbankmark.topology.model.source.Spanned;

/**
 * How each topic is deployed: the defaults, over them what the topic says, over that what the environment says of every
 * topic, and last what it says of this one.
 */
record Deployments(RawDeployment defaults, Optional<RawEnvironment> environment) {
    private static final String CLEANUP_POLICY = "cleanup.policy";
    private static final int DEFAULT_PARTITIONS = 1;
    /** What Kafka's own documentation asks for where data matter; sync-cli lowers it on a small cluster. */
    private static final int DEFAULT_REPLICAS = 3;

    /**
     * The facts of one topic.
     *
     * @param raw whether it holds dead letters: a policy for all topics of records must not compact those away
     */
    RawDeployment of(String topic, RawDeployment own, boolean raw) {
        return (raw ? withoutPolicy(defaults) : defaults)
                .overlaidBy(own)
                .overlaidBy(raw ? withoutPolicy(every()) : every())
                .overlaidBy(overlay(topic));
    }

    private RawDeployment every() {
        return environment.map(RawEnvironment::every).orElse(RawDeployment.NOTHING);
    }

    /** What the environment says of this topic alone. */
    RawDeployment overlay(String topic) {
        return environment
                .flatMap(chosen -> Optional.ofNullable(chosen.topics().get(topic)))
                .map(RawEnvironment.Overlay::deployment)
                .orElse(RawDeployment.NOTHING);
    }

    /**
     * The facts of a dead-letter topic that is only named: it is as large as the largest topic that names it.
     *
     * @param users the topics that name it, at least one
     */
    RawDeployment ofNamed(Spanned<String> name, List<RawTopic> users) {
        int partitions = 0;
        int replicas = 0;
        for (RawTopic user : users) {
            RawDeployment its = of(user.name().value(), user.deployment(), false);
            partitions = Math.max(partitions, partitions(its));
            replicas = Math.max(replicas, replicas(its));
        }
        RawDeployment own = new RawDeployment(
                Optional.of(new Spanned<>(partitions, name.span())),
                Optional.of(new Spanned<>(replicas, name.span())),
                Optional.empty(),
                Map.of(),
                Optional.empty());
        // What an environment says of every topic is in theirs already.
        return withoutPolicy(defaults)
                .overlaidBy(withoutPolicy(every()))
                .overlaidBy(own)
                .overlaidBy(overlay(name.value()));
    }

    /** The facts of a topic that is linked. */
    RawDeployment of(LinkedTopic linked) {
        RawTopic raw = linked.raw();
        return linked.topic().declared()
                ? of(raw.name().value(), raw.deployment(), linked.holdsDeadLetters())
                : ofNamed(raw.deadLetter().orElseThrow(), linked.namedBy());
    }

    static int partitions(RawDeployment deployment) {
        return deployment.partitions().map(Spanned::value).orElse(DEFAULT_PARTITIONS);
    }

    static int replicas(RawDeployment deployment) {
        return deployment.replicas().map(Spanned::value).orElse(DEFAULT_REPLICAS);
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
