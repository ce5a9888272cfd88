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

    /**
     * @param grows whether the topic gets more replicas than it has
     */
    void plan(Topic topic, TopicState state, boolean grows) {
        List<ConfigEdit> edits = new ArrayList<>();
        List<ConfigEdit> later = new ArrayList<>();
        Set<String> names = new TreeSet<>(topic.config().keySet());
        names.addAll(state.config().keySet());
        for (String name : names) {
            Optional<String> from = Optional.ofNullable(state.config().get(name));
            Optional<String> to = Optional.ofNullable(topic.config().get(name));
            boolean same = from.isPresent() && to.isPresent() && ConfigValue.same(from.get(), to.get());
            if (to.isEmpty() && !TopicSettings.byName().containsKey(name)) {
                inform(topic, name, state);
            } else if (!same) {
                (grows && name.equals(MIN_ISR) && to.isPresent() ? later : edits).add(new ConfigEdit(name, from, to));
            }
        }
        add(topic, edits, false);
        add(topic, later, true);
    }

    /** What no file can ask for, no plan takes away: a vendor's setting, or one of another version of Kafka. */
    private void inform(Topic topic, String name, TopicState state) {
        if (!OPERATIONAL.contains(name)) {
            draft.inform(
                    "unknown-setting",
                    topic.name(),
                    "setting " + name + " is " + state.config().get(name)
                            + ", which a topology file cannot say; it stays",
                    "nothing if it shall stay, else kafka-configs --alter --delete-config " + name,
                    topic.location());
        }
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
