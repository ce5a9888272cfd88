package org.openbankmark.topology.sync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.config.TopicSettings;
import org.openbankmark.topology.sync.state.TopicState;

/** The settings of one topic. Only what was set on the topic itself counts; the broker's defaults never do. */
final class ConfigPlanner {
    private static final String MIN_ISR = "min.insync.replicas";
    /** Set by whoever moves replicas with a throttle, for as long as that takes. */
    private static final Set<String> OPERATIONAL =
            Set.of("leader.replication.throttled.replicas", "follower.replication.throttled.replicas");

    private final Draft draft;

    ConfigPlanner(Draft draft) {
        this.draft = draft;
    }

    /** Whether there may be more replicas that must be in sync before a record counts as written. */
    static boolean raisesMinimum(Topic topic, TopicState state) {
        return edits(topic, state).stream().anyMatch(edit -> raisesMinimum(topic, edit));
    }

    /** One that is taken away falls back to the broker's, which may be higher; but one above the replicas to come lets nobody write. */
    private static boolean raisesMinimum(Topic topic, ConfigEdit edit) {
        boolean lowered = edit.from().isPresent()
                && ConfigValue.lower(
                        edit.to().orElse(Integer.toString(topic.replicas())),
                        edit.from().get());
        return edit.name().equals(MIN_ISR) && !lowered;
    }

    /**
     * @param grows whether partitions get more replicas than they have in sync
     */
    void plan(Topic topic, TopicState state, boolean grows) {
        List<ConfigEdit> edits = new ArrayList<>();
        List<ConfigEdit> later = new ArrayList<>();
        edits(topic, state).forEach(edit -> (grows && raisesMinimum(topic, edit) ? later : edits).add(edit));
        add(topic, edits, false);
        add(topic, later, true);
        for (String name : state.config().keySet()) {
            if (!isKnown(name) && !OPERATIONAL.contains(name)) {
                inform(topic, name, state);
            }
        }
    }

    private static boolean isKnown(String setting) {
        return TopicSettings.byName().containsKey(setting);
    }

    private static List<ConfigEdit> edits(Topic topic, TopicState state) {
        List<ConfigEdit> edits = new ArrayList<>();
        Set<String> names = new TreeSet<>(topic.config().keySet());
        names.addAll(state.config().keySet());
        for (String name : names) {
            Optional<String> from = Optional.ofNullable(state.config().get(name));
            Optional<String> to = Optional.ofNullable(topic.config().get(name));
            boolean same = from.isPresent() && to.isPresent() && ConfigValue.same(from.get(), to.get());
            if (!same && !(to.isEmpty() && (OPERATIONAL.contains(name) || !isKnown(name)))) {
                edits.add(new ConfigEdit(name, from, to));
            }
        }
        return edits;
    }

    /** What no file can ask for, no plan takes away: a vendor's setting, or one of another version of Kafka. */
    private void inform(Topic topic, String name, TopicState state) {
        draft.inform(
                "unknown-setting",
                topic.name(),
                "setting " + name + " is " + state.config().get(name) + ", which a topology file cannot say; it stays",
                "nothing if it shall stay, else kafka-configs --alter --delete-config " + name,
                topic.location());
    }

    private void add(Topic topic, List<ConfigEdit> edits, boolean afterReplicas) {
        if (!edits.isEmpty()) {
            draft.changes.add(new Change.AlterConfig(
                    topic.name(),
                    edits,
                    afterReplicas,
                    afterReplicas
                            ? "after the replicas that it counts on are there"
                            : "the file says so at " + topic.path() + ".config"));
        }
    }
}
