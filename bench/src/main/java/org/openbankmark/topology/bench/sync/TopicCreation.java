package org.openbankmark.topology.bench.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.openbankmark.bank.local.kafka.ReadyTopics;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.apply.Applier;
import org.openbankmark.topology.sync.apply.Result;
import org.openbankmark.topology.sync.cluster.ClusterReader;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.Plan;
import org.openbankmark.topology.sync.plan.PlanOptions;
import org.openbankmark.topology.sync.plan.Planner;
import org.openbankmark.topology.sync.registry.Parallel;
import org.openbankmark.topology.sync.registry.SubjectsApi;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.RegistryState;

/** Creates topics in this JVM, by the same client: as apply does it, and with the bare call. Seconds. */
final class TopicCreation implements AutoCloseable {
    private final Deadline deadline = Deadline.in(Duration.ofHours(1));
    private final Connection connection;
    private final Parallel parallel = new Parallel(1);

    TopicCreation(String brokers) {
        this.connection = Connection.open(Settings.of(Map.of("bootstrap.servers", brokers)), deadline);
    }

    /**
     * How long apply's step took, in seconds.
     *
     * @param step which is done when all are seen by who lists the topics and their leaders answer, or when it has waited for that long enough
     * @param untilReady the same, and what was missing until the leaders of all answer
     */
    record ByApply(double step, double untilReady) {}

    ByApply asApplyDoes(Path file) throws Exception {
        Topology topology = TopologyLoader.load(file, Optional.empty());
        ClusterState cluster = new ClusterReader(connection)
                .read(new ClusterReader.Request(
                        topology.topics().stream().map(Topic::name).toList(), List.of(), others -> new TreeSet<>()));
        Plan plan = onlyTopics(Planner.plan(
                topology,
                cluster,
                new RegistryState(new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), true, new TreeMap<>()),
                new PlanOptions(List.of(), 0, Optional.empty(), false, false)));
        SubjectsApi unasked = new SubjectsApi(Settings.of(Map.of("schema.registry.url", "http://127.0.0.1:1")));
        Applier applier = new Applier(connection, unasked, parallel, deadline, step -> {});
        List<NewTopic> made = topology.topics().stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1))
                .toList();
        long start = System.nanoTime();
        Result result = applier.apply(plan);
        long end = System.nanoTime();
        if (!result.complete() || plan.changes().size() != topology.topics().size()) {
            throw new IOException("not all topics were created: " + result);
        }
        // As the peer waits; it asks for the topics once more, which are there.
        ReadyTopics.create(connection.admin(), made);
        long ready = System.nanoTime();
        return new ByApply((end - start) / 1e9, (ready - start) / 1e9);
    }

    private static Plan onlyTopics(Plan plan) {
        return new Plan(
                plan.changes().stream()
                        .filter(Change.CreateTopic.class::isInstance)
                        .toList(),
                plan.refusals(),
                plan.findings(),
                plan.leftAlone(),
                plan.otherTopics(),
                plan.otherSubjects(),
                plan.rejections(),
                plan.fingerprints());
    }

    double bare(String prefix, int count) throws Exception {
        List<NewTopic> topics = BareCreation.topics(prefix, count);
        long start = System.nanoTime();
        connection.admin().createTopics(topics).all().get();
        return (System.nanoTime() - start) / 1e9;
    }

    /** As somebody would who wants to write to them next. */
    double bareUntilReady(String prefix, int count) throws Exception {
        List<NewTopic> topics = BareCreation.topics(prefix, count);
        long start = System.nanoTime();
        ReadyTopics.create(connection.admin(), topics);
        return (System.nanoTime() - start) / 1e9;
    }

    /**
     * Waits until the broker no longer names them. They are deleted by their names and not as the broker lists them, which may not have
     * heard yet of what the controller has just created.
     */
    void delete(String prefix, int count) throws Exception {
        List<String> names =
                BareCreation.topics(prefix, count).stream().map(NewTopic::name).toList();
        connection.admin().deleteTopics(names).all().get();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!names(prefix).isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IOException("topics " + prefix + "* are not gone");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private List<String> names(String prefix) throws Exception {
        return connection.admin().listTopics().names().get().stream()
                .filter(name -> name.startsWith(prefix))
                .toList();
    }

    @Override
    public void close() {
        parallel.close();
        connection.close();
    }
}
