package org.openbankmark.topology.sync.plan;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openbankmark.topology.model.Location;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.InternalNames;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.TopicContents;

/** Topics, subjects and versions that the file does not have: which of them may go. Internal ones never do. */
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

    /** What must be done before versions of a topic's subjects may go that the file does not have; empty where they may. */
    static Optional<String> obstacle(PlanOptions options, Topic topic) {
        if (topic.preventDelete() || guarded(options, topic.name())) {
            return Optional.of("take preventDelete away from topic " + topic.name() + " first, in a change of its own");
        }
        return previously(options, topic.name())
                ? Optional.empty()
                : Optional.of("give a --previous file that has topic " + topic.name());
    }

    static void plan(
            Topology topology, ClusterState cluster, RegistryState registry, PlanOptions options, Draft draft) {
        if (options.allowDelete().isEmpty()) {
            return;
        }
        SortedSet<String> topics = topics(topology, cluster.otherTopics(), options);
        for (String topic : topics) {
            draft.changes.add(new Change.DeleteTopic(
                    topic, cluster.contents().getOrDefault(topic, TopicContents.NOTHING), "the file does not have it"));
        }
        for (String topic : cluster.otherTopics()) {
            if (permits(options, topic) && guarded(options, topic)) {
                leaveGuarded(topic, topic, draft);
            }
        }
        new SubjectDeletions(topology, registry, options, draft).plan(topics);
        limit(topology, options, draft);
    }

    static boolean isDeletion(Change change) {
        return change instanceof Change.DeleteTopic
                || change instanceof Change.DeleteSubject
                || change instanceof Change.DeleteVersions;
    }

    /** A topic and a subject count as one, whatever is in them. */
    private static int count(Change change) {
        if (change instanceof Change.DeleteVersions delete) {
            return delete.versions().size();
        }
        return isDeletion(change) ? 1 : 0;
    }

    static void leaveGuarded(String resource, String topic, Draft draft) {
        draft.leftAlone.add(new LeftAlone(
                "prevent-delete",
                resource,
                "topic " + topic + " has preventDelete, so nothing of it is deleted",
                "take preventDelete away first, in a change of its own"));
    }

    private static void limit(Topology topology, PlanOptions options, Draft draft) {
        int count = draft.changes.stream().mapToInt(Deletions::count).sum();
        if (count > options.maxDeletes()) {
            draft.refuse(
                    "too-many-deletes",
                    topology.name(),
                    "the plan deletes " + count + " topics, subjects and versions; --max-deletes is "
                            + options.maxDeletes(),
                    "name what may go (--allow-delete=NAME,…), or raise --max-deletes to " + count,
                    new Location(topology.source(), 1, 1));
        }
    }
}
