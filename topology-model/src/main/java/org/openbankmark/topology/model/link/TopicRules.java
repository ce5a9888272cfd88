package org.openbankmark.topology.model.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.model.naming.Names;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.raw.RawEnvironment;
import org.openbankmark.topology.model.raw.RawTopology;

/** Rules that look at all topics together. */
final class TopicRules {
    private final RawTopology raw;
    private final Map<String, LinkedTopic> topics;
    private final ProblemCollector problems;

    TopicRules(RawTopology raw, Map<String, LinkedTopic> topics, ProblemCollector problems) {
        this.raw = raw;
        this.topics = topics;
        this.problems = problems;
    }

    void check() {
        ProblemCollector atTopics = problems.at("topics");
        checkNames(atTopics);
        ReplyRules replies = new ReplyRules(topics);
        DeploymentRules deployment = new DeploymentRules(raw.defaults(), raw.environments());
        var declared = topics.values().stream()
                .filter(linked -> linked.topic().declared())
                .toList();
        deployment.checkSettings(declared, problems);
        declared.forEach(
                linked -> replies.check(linked, atTopics.at(linked.topic().name())));
        // Topics that are only named are deployed too, and environments may change them.
        topics.values()
                .forEach(linked -> deployment.checkTogether(
                        linked, atTopics.at(linked.topic().name())));
        checkOverlays();
    }

    // Kafka: names that differ in '.' and '_' only collide in metrics. Ours: they give the same classes.
    private void checkNames(ProblemCollector atTopics) {
        Map<String, LinkedTopic> folded = new HashMap<>();
        for (LinkedTopic linked : topics.values()) {
            String name = linked.topic().name();
            LinkedTopic first = folded.putIfAbsent(Names.folded(name), linked);
            if (first != null) {
                atTopics.at(linked.raw().name().value())
                        .report(
                                Rule.NAME_COLLISION,
                                linked.place(),
                                "the topics '" + name + "' and '"
                                        + first.topic().name() + "' ("
                                        + first.topic().location()
                                        + ") are too alike: they would share class names",
                                "let them differ in more than '.', '_', '-' and upper or lower case");
            }
        }
    }

    private void checkOverlays() {
        for (RawEnvironment environment : raw.environments()) {
            ProblemCollector here =
                    problems.at("environments").at(environment.name().value());
            Names.environment(environment.name(), here);
            environment.topics().forEach((name, overlay) -> {
                if (!topics.containsKey(name)) {
                    here.at("topics")
                            .report(
                                    Rule.UNKNOWN_TOPIC,
                                    overlay.topic().span(),
                                    "unknown topic '" + name + "'",
                                    Suggestion.didYouMean(name, topics.keySet())
                                            .or(() -> Optional.of(
                                                    "an environment changes topics that stand under 'topics'")));
                }
            });
        }
    }
}
