package org.openbankmark.topology.sync.plan;

import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.InternalNames;
import org.openbankmark.topology.sync.state.RegistryState;

/** What brings a cluster and a registry to what the file says. A pure function: the same input gives the same plan. */
public final class Planner {

    private Planner() {}

    /** The plan, with its changes in the order of doing. */
    public static Plan plan(Topology topology, ClusterState cluster, RegistryState registry, PlanOptions options) {
        Draft draft = new Draft();
        SubjectPlanner subjects = new SubjectPlanner(registry, options, draft);
        TopicPlanner topics = new TopicPlanner(topology, cluster, options, draft);
        for (Topic topic : topology.topics()) {
            if (InternalNames.isInternalTopic(topic.name())) {
                draft.refuse(
                        "internal-topic",
                        topic.name(),
                        topic.name() + " is a topic of Kafka or of a registry; no file may manage it",
                        "take it out of the file",
                        topic.location());
                continue;
            }
            subjects.plan(topic);
            topics.plan(topic);
            Warnings.of(topic, cluster, draft);
        }
        new AclPlanner(draft).plan(topology, cluster);
        Deletions.plan(topology, cluster, registry, options, draft);
        Warnings.of(topology, registry, draft);
        draft.changes.sort(Comparator.comparing(Change::phase));
        return new Plan(
                draft.changes,
                draft.refusals,
                draft.findings,
                draft.leftAlone,
                untouched(cluster.otherTopics(), draft),
                untouched(registry.otherSubjects(), draft),
                Map.of(),
                Fingerprinter.of(topology, cluster, registry, options, draft.changes));
    }

    private static SortedSet<String> untouched(SortedSet<String> others, Draft draft) {
        NavigableSet<String> untouched = new TreeSet<>(others);
        draft.changes.stream()
                .filter(Deletions::isDeletion)
                .map(Change::resource)
                .forEach(untouched::remove);
        untouched.removeIf(InternalNames::isInternalTopic);
        return untouched;
    }
}
