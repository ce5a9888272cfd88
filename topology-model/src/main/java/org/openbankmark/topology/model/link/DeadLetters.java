package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.SubjectStrategy;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.naming.Names;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawKey;
import org.openbankmark.topology.model.raw.RawTopic;
import org.openbankmark.topology.model.source.Spanned;

/** Checks dead-letter topics, and makes those that are only named. */
final class DeadLetters {
    private final Map<String, LinkedTopic> declared;
    private final Deployments deployments;
    private final ProblemCollector problems;

    DeadLetters(Map<String, LinkedTopic> declared, Deployments deployments, ProblemCollector problems) {
        this.declared = declared;
        this.deployments = deployments;
        this.problems = problems;
    }

    /** The topics that are only named, in the order in which they are named first. */
    Map<String, LinkedTopic> link() {
        Map<String, List<RawTopic>> users = new LinkedHashMap<>();
        Set<String> targets = new HashSet<>();
        for (LinkedTopic linked : declared.values()) {
            linked.raw().deadLetter().ifPresent(target -> {
                ProblemCollector here = problems.at(linked.topic().name());
                targets.add(target.value());
                if (!linked.holdsDeadLetters() && check(linked, target, here)) {
                    users.computeIfAbsent(target.value(), name -> new ArrayList<>())
                            .add(linked.raw());
                }
            });
        }
        declared.values().stream()
                .filter(LinkedTopic::holdsDeadLetters)
                .forEach(linked ->
                        checkRaw(linked, targets.contains(linked.topic().name())));
        Map<String, LinkedTopic> implied = new LinkedHashMap<>();
        users.forEach((name, topics) -> implied.put(name, implied(topics)));
        return implied;
    }

    // Says whether the target is still to be made.
    private boolean check(LinkedTopic from, Spanned<String> target, ProblemCollector here) {
        LinkedTopic known = declared.get(target.value());
        if (target.value().equals(from.topic().name())) {
            here.report(
                    Rule.INVALID_DEAD_LETTER,
                    target.span(),
                    "a topic cannot be its own dead-letter topic: what fails would fail for ever",
                    "name another topic, such as '" + target.value() + ".dead'");
            return false;
        }
        if (known != null && !known.raw().types().isEmpty()) {
            here.report(
                    Rule.INVALID_DEAD_LETTER,
                    target.span(),
                    "'" + target.value() + "' holds records, but dead letters are bytes as they came",
                    "name a topic without a type, or one that is not declared");
            return false;
        }
        return known == null && Names.topic(target, here);
    }

    private void checkRaw(LinkedTopic linked, boolean isTarget) {
        RawTopic raw = linked.raw();
        ProblemCollector here = problems.at(raw.name().value());
        if (!isTarget) {
            here.report(
                    Rule.TOPIC_TYPE,
                    raw.name().span(),
                    "the topic '" + raw.name().value() + "' has no type",
                    "write 'type: RecordName'; only a topic that others name as deadLetter may do without");
            return;
        }
        if (raw.key().isPresent() && !(raw.key().get() instanceof RawKey.None)) {
            here.report(
                    Rule.INVALID_DEAD_LETTER,
                    raw.key().get().span(),
                    "dead letters keep the keys they came with",
                    "remove the key");
        }
        raw.replies().stream()
                .findFirst()
                .ifPresent(reply -> here.report(
                        Rule.INVALID_DEAD_LETTER, reply.span(), "nobody answers dead letters", "remove the replies"));
        raw.deadLetter()
                .ifPresent(target -> here.report(
                        Rule.INVALID_DEAD_LETTER,
                        target.span(),
                        "a dead-letter topic has no dead-letter topic of its own",
                        "remove this one"));
    }

    private LinkedTopic implied(List<RawTopic> users) {
        RawTopic first = users.get(0);
        Spanned<String> name = first.deadLetter().orElseThrow();
        Topic topic = TopicLinker.topic(
                name,
                List.of(),
                SubjectStrategy.TOPIC_NAME,
                deployments.ofNamed(name, users),
                new KeySpec.None(),
                first,
                "topics." + first.name().value() + ".deadLetter");
        return new LinkedTopic(first, topic, Optional.empty(), users);
    }
}
