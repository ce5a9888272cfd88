package org.openbankmark.topology.sync.cli;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.apply.Applier;
import org.openbankmark.topology.sync.apply.Progress;
import org.openbankmark.topology.sync.apply.Result;
import org.openbankmark.topology.sync.cluster.BrokerChecks;
import org.openbankmark.topology.sync.cluster.ClusterReader;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.export.Exported;
import org.openbankmark.topology.sync.export.Exporter;
import org.openbankmark.topology.sync.plan.Deletions;
import org.openbankmark.topology.sync.plan.Plan;
import org.openbankmark.topology.sync.plan.PlanOptions;
import org.openbankmark.topology.sync.plan.Planner;
import org.openbankmark.topology.sync.plan.ServiceAcls;
import org.openbankmark.topology.sync.plan.Target;
import org.openbankmark.topology.sync.registry.Parallel;
import org.openbankmark.topology.sync.registry.RegistryChecks;
import org.openbankmark.topology.sync.registry.RegistryReader;
import org.openbankmark.topology.sync.registry.SubjectsApi;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.verify.Lack;
import org.openbankmark.topology.sync.verify.Need;
import org.openbankmark.topology.sync.verify.Needs;
import org.openbankmark.topology.sync.verify.Verifier;

/** Both servers, connected. Used by one thread. */
final class Session implements AutoCloseable {
    /** A registry answers about so many at once without getting slower. */
    private static final int REGISTRY_WIDTH = 16;

    private final Settings settings;
    private final Deadline deadline;
    private final Progress progress;
    private final Parallel parallel = new Parallel(REGISTRY_WIDTH);
    private final SubjectsApi registry;
    private final Connection connection;

    private Session(
            Settings settings, Deadline deadline, Progress progress, SubjectsApi registry, Connection connection) {
        this.settings = settings;
        this.deadline = deadline;
        this.progress = progress;
        this.registry = registry;
        this.connection = connection;
    }

    static Session open(ServerOptions servers, Surroundings surroundings) {
        Settings settings = servers.settings(surroundings);
        Deadline deadline = Deadline.in(servers.timeout());
        SubjectsApi registry;
        try {
            registry = new SubjectsApi(limited(settings, servers.timeout()));
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong.getMessage() + " (--schema-registry, --command-config)", wrong);
        }
        Progress progress = new TerminalProgress(surroundings);
        progress.at("connecting");
        return new Session(settings, deadline, progress, registry, Connection.open(settings, deadline));
    }

    /** One answer may not take longer than everything. */
    private static Settings limited(Settings settings, Duration timeout) {
        String name = "schema.registry.http.read.timeout.ms";
        long limit = Math.min(10_000, timeout.toMillis());
        return settings.get(name).isPresent() ? settings : settings.with(name, Long.toString(limit));
    }

    /** A plan with what it is for. */
    record Planned(Plan plan, Target target) {}

    Planned plan(PlanRequest request, Desired desired) {
        Topology topology = desired.topology();
        PlanOptions options = desired.options();
        progress.at("reading the registry");
        RegistryState subjects = new RegistryReader(registry, parallel).read(wanted(topology));
        progress.at("reading the cluster");
        ClusterState cluster = new ClusterReader(connection)
                .read(new ClusterReader.Request(
                        topology.topics().stream().map(Topic::name).toList(),
                        request.noAcls()
                                ? List.of()
                                : topology.services().stream()
                                        .map(ServiceAcls::principal)
                                        .toList(),
                        others -> Deletions.topics(topology, others, options)));
        Plan plan = Planner.plan(topology, cluster, subjects, options);
        progress.at("asking the servers about the plan");
        Plan checked = plan.with(
                new RegistryChecks(registry, parallel).refusals(plan, subjects),
                new BrokerChecks(connection).rejections(plan));
        progress.at("");
        return new Planned(checked, target(topology, request, cluster));
    }

    Result apply(Plan plan) {
        // The executor tries again by itself and goes on with other things meanwhile.
        SubjectsApi once =
                new SubjectsApi(limited(settings, deadline.limit()).with("schema.registry.max.retries", "0"));
        Result result = new Applier(connection, once, parallel, deadline, progress).apply(plan);
        progress.at("");
        return result;
    }

    /** What the live system lacks. */
    List<Lack> verify(Needs needs) {
        progress.at("reading the cluster and the registry");
        ClusterState cluster = new ClusterReader(connection)
                .read(new ClusterReader.Request(
                        needs.topics().stream().map(Need::topic).toList(), List.of(), others -> new TreeSet<>()));
        List<Lack> lacks = Verifier.lacks(needs, cluster.topics(), registry, parallel);
        progress.at("");
        return lacks;
    }

    /** The file of all that is there. */
    Exported export(String name) {
        progress.at("reading the cluster and the registry");
        ClusterReader reader = new ClusterReader(connection);
        ClusterState names = reader.read(new ClusterReader.Request(List.of(), List.of(), others -> new TreeSet<>()));
        ClusterState cluster =
                reader.read(new ClusterReader.Request(names.otherTopics(), List.of(), others -> new TreeSet<>()));
        Exported exported = Exporter.export(name, cluster.topics(), new RegistryReader(registry, parallel).readAll());
        progress.at("");
        return exported;
    }

    private Target target(Topology topology, PlanRequest request, ClusterState cluster) {
        return new Target(
                topology.name(),
                topology.source(),
                request.environment(),
                cluster.clusterId(),
                cluster.brokers().size(),
                registry.addresses().get(0).toString());
    }

    private static Map<String, String> wanted(Topology topology) {
        Map<String, String> wanted = new TreeMap<>();
        topology.topics().forEach(topic -> topic.types()
                .forEach(type -> wanted.put(topic.subject(type), type.schema().toString())));
        return wanted;
    }

    @Override
    public void close() {
        parallel.close();
        connection.close();
    }
}
