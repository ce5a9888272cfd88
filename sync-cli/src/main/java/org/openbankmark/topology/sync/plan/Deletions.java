package org.openbankmark.topology.sync.plan;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.InternalNames;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.TopicContents;

/** Topics and subjects that the file does not have: which of them may go. Internal ones never do. */
public final class Deletions {

    private Deletions() {}

    /** Whether {@code --allow-delete} names it. */
    static boolean permits(PlanOptions options, String name) {
        return options.allowDelete().stream().anyMatch(pattern -> matches(pattern, name));
    }

    private static boolean matches(String pattern, String name) {
        StringBuilder regex = new StringBuilder();
        for (String literal : pattern.split("[*]", -1)) {
            regex.append(regex.length() == 0 ? "" : ".*").append(Pattern.quote(literal));
        }
        return Pattern.matches(regex.toString(), name);
    }

    /** Which of these topics a plan would delete, guards on their number aside. */
    public static SortedSet<String> topics(Topology topology, SortedSet<String> others, PlanOptions options) {
        SortedSet<String> chosen = new TreeSet<>();
        for (String name : others) {
            if (!InternalNames.isInternalTopic(name)
                    && topology.topic(name).isEmpty()
                    && permits(options, name)
                    && previously(options, name)
                    && !guarded(options, name)) {
                chosen.add(name);
            }
        }
        return chosen;
    }

    private static boolean previously(PlanOptions options, String topic) {
        return options.previous().map(file -> file.topic(topic).isPresent()).orElse(true);
    }

    private static boolean guarded(PlanOptions options, String topic) {
        return options.previous()
                .flatMap(file -> file.topic(topic))
                .map(Topic::preventDelete)
                .orElse(false);
    }

    static void plan(
            Topology topology, ClusterState cluster, RegistryState registry, PlanOptions options, Draft draft) {
        if (options.allowDelete().isEmpty()) {
            return;
        }
        int before = (int) draft.changes.stream().filter(Deletions::isDeletion).count();
        SortedSet<String> topics = topics(topology, cluster.otherTopics(), options);
        for (String topic : topics) {
            draft.changes.add(new Change.DeleteTopic(
                    topic,
                    cluster.contents().getOrDefault(topic, new TopicContents(0, List.of())),
                    "the file does not have it"));
        }
        for (String topic : cluster.otherTopics()) {
            if (permits(options, topic) && guarded(options, topic)) {
                leaveGuarded(topic, topic, draft);
            }
        }
        int subjects = subjects(topology, registry, topics, options, draft);
        limit(topology, options, before + topics.size() + subjects, draft);
    }

    static boolean isDeletion(Change change) {
        return change instanceof Change.DeleteTopic
                || change instanceof Change.DeleteSubject
                || change instanceof Change.DeleteVersions;
    }

    private static int subjects(
            Topology topology, RegistryState registry, SortedSet<String> topics, PlanOptions options, Draft draft) {
        int count = 0;
        for (String subject : registry.otherSubjects()) {
            if (InternalNames.isInternalSubject(subject)) {
                continue;
            }
            Optional<String> owner = topics.stream()
                    .filter(topic -> subject.startsWith(topic + "-"))
                    .findFirst();
            if (owner.isEmpty() && (!permits(options, subject) || !previouslyOwned(options, subject))) {
                continue;
            }
            Optional<Topic> guard = guard(topology, options, subject);
            if (guard.isPresent()) {
                leaveGuarded(subject, guard.get().name(), draft);
                continue;
            }
            draft.changes.add(new Change.DeleteSubject(
                    subject,
                    owner.map(topic -> "its topic " + topic + " goes").orElse("no topic of the file uses it")));
            count++;
        }
        return count;
    }

    private static boolean previouslyOwned(PlanOptions options, String subject) {
        return options.previous()
                .map(file -> file.topics().stream().anyMatch(topic -> subject.startsWith(topic.name() + "-")))
                .orElse(true);
    }

    private static Optional<Topic> guard(Topology topology, PlanOptions options, String subject) {
        return java.util.stream.Stream.concat(
                        topology.topics().stream(), options.previous().stream().flatMap(file -> file.topics().stream()))
                .filter(Topic::preventDelete)
                .filter(topic -> subject.startsWith(topic.name() + "-"))
                .findFirst();
    }

    private static void leaveGuarded(String resource, String topic, Draft draft) {
        draft.leftAlone.add(new LeftAlone(
                "prevent-delete",
                resource,
                "topic " + topic + " has preventDelete, so nothing of it is deleted",
                "take preventDelete away first, in a change of its own"));
    }

    private static void limit(Topology topology, PlanOptions options, int count, Draft draft) {
        if (count > options.maxDeletes()) {
            draft.refuse(
                    "too-many-deletes",
                    topology.name(),
                    "the plan deletes " + count + " topics, subjects and versions; --max-deletes is "
                            + options.maxDeletes(),
                    "name what may go (--allow-delete=NAME,…), or raise --max-deletes to " + count,
                    new org.openbankmark.topology.model.Location(topology.source(), 1, 1));
        }
    }
}
