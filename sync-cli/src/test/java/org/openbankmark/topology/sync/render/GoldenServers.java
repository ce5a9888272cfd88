package org.openbankmark.topology.sync.render;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.sync.plan.PlanOptions;
import org.openbankmark.topology.sync.plan.ServiceAcls;
import org.openbankmark.topology.sync.state.Acl;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.GroupUse;
import org.openbankmark.topology.sync.state.PartitionState;
import org.openbankmark.topology.sync.state.Registered;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.SubjectState;
import org.openbankmark.topology.sync.state.TopicContents;
import org.openbankmark.topology.sync.state.TopicState;

/**
 * The servers of a case, as an apply of its before.yaml would leave them, and what servers.properties adds: brokers, authorizer,
 * others (topics and subjects), options, reject.ID and outcome.ID.
 */
record GoldenServers(ClusterState cluster, RegistryState registry, PlanOptions options, Properties facts) {

    static GoldenServers read(Path folder) throws Exception {
        Properties facts = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve("servers.properties"))) {
            facts.load(in);
        }
        Topology before = TopologyLoader.load(folder.resolve("before.yaml"), Optional.empty());
        Topology after = TopologyLoader.load(folder.resolve("after.yaml"), Optional.empty());
        PlanOptions options = new PlanOptions(
                names(facts, "allow-delete"),
                Integer.parseInt(facts.getProperty("max-deletes", "5")),
                Optional.empty(),
                Boolean.parseBoolean(facts.getProperty("allow-repartition")),
                false);
        return new GoldenServers(cluster(before, after, facts), registry(before, after, facts), options, facts);
    }

    private static List<String> names(Properties facts, String name) {
        String names = facts.getProperty(name, "");
        return names.isBlank() ? List.of() : List.of(names.split(",", -1));
    }

    private static ClusterState cluster(Topology before, Topology after, Properties facts) {
        int count = Integer.parseInt(facts.getProperty("brokers", "3"));
        TreeMap<Integer, Optional<String>> brokers = new TreeMap<>();
        for (int id = 1; id <= count; id++) {
            brokers.put(id, Optional.empty());
        }
        TreeMap<String, TopicState> topics = new TreeMap<>();
        TreeMap<String, TopicContents> contents = new TreeMap<>();
        TreeSet<String> others = new TreeSet<>(names(facts, "other-topics"));
        for (Topic topic : before.topics()) {
            if (after.topic(topic.name()).isPresent()) {
                topics.put(topic.name(), state(topic, count));
            } else {
                others.add(topic.name());
                contents.put(
                        topic.name(), new TopicContents(12_345, new TreeSet<>(), List.of(new GroupUse("billing", 67))));
            }
        }
        Optional<SortedSet<Acl>> acls = Boolean.parseBoolean(facts.getProperty("authorizer"))
                ? Optional.of(ServiceAcls.of(before))
                : Optional.empty();
        return new ClusterState("golden", brokers, topics, others, contents, acls);
    }

    private static TopicState state(Topic topic, int brokers) {
        List<PartitionState> partitions = new ArrayList<>();
        for (int partition = 0; partition < topic.partitions(); partition++) {
            List<Integer> replicas = new ArrayList<>();
            for (int i = 0; i < Math.min(topic.replicas(), brokers); i++) {
                replicas.add((partition + i) % brokers + 1);
            }
            partitions.add(new PartitionState(replicas, false));
        }
        return new TopicState(topic.name(), partitions, new TreeMap<>(topic.config()));
    }

    private static RegistryState registry(Topology before, Topology after, Properties facts) {
        TreeMap<String, SubjectState> subjects = new TreeMap<>();
        TreeSet<String> others = new TreeSet<>(names(facts, "other-subjects"));
        for (Topic topic : before.topics()) {
            for (RecordType type : topic.types()) {
                String name = topic.subject(type);
                if (after.topic(topic.name()).isEmpty()) {
                    others.add(name);
                    continue;
                }
                Registered version =
                        new Registered(1, 1, type.schema().toString(), Optional.of(type.schema()), List.of());
                subjects.put(name, new SubjectState(name, topic.compatibility(), List.of(version), true));
            }
        }
        return new RegistryState(subjects, new TreeMap<>(), others, true, new TreeMap<>());
    }

    Optional<String> environment() {
        return Optional.ofNullable(facts.getProperty("environment"));
    }

    Map<String, String> rejections() {
        return startingWith("reject.");
    }

    /** By a change's id: its status and the reason. */
    Map<String, String> outcomes() {
        return startingWith("outcome.");
    }

    private Map<String, String> startingWith(String prefix) {
        Map<String, String> found = new TreeMap<>();
        facts.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> found.put(name.substring(prefix.length()), facts.getProperty(name)));
        return found;
    }
}
