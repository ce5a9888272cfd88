package org.openbankmark.topology.sync.cli;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.diff.Finding;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.Background;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.apply.Applier;
import org.openbankmark.topology.sync.apply.Progress;
import org.openbankmark.topology.sync.apply.Result;
import org.openbankmark.topology.sync.cluster.BrokerChecks;
import org.openbankmark.topology.sync.cluster.ClusterReader;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.export.Export;
import org.openbankmark.topology.sync.export.Exported;
import org.openbankmark.topology.sync.plan.Deletions;
import org.openbankmark.topology.sync.plan.Plan;
import org.openbankmark.topology.sync.plan.PlanOptions;
import org.openbankmark.topology.sync.plan.Planner;
import org.openbankmark.topology.sync.plan.ServiceAcls;
import org.openbankmark.topology.sync.plan.SubjectDeletions;
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

/** Both servers. Connecting begins at once and goes on while its user reads files. Used by one thread. */
final class Session implements AutoCloseable {
    /** A registry answers about so many at once without getting slower. */
    static final int REGISTRY_WIDTH = 16;

    private static final String WHAT = "the schema registry's answers";

    private final Settings settings;
    private final Deadline deadline;
    private final Progress progress;
    private final Parallel parallel = new Parallel(REGISTRY_WIDTH);
    private final Background<SubjectsApi> registry;
    private final Background<Connection> connection;

    private Session(Settings settings, Deadline deadline, Progress progress) {
        this.settings = settings;
        this.deadline = deadline;
        this.progress = progress;
        this.connection = Background.of("kafka", () -> Connection.open(settings, deadline));
        this.registry = Background.of("registry", () -> new SubjectsApi(limited(settings, deadline.limit())));
    }

    static Session open(ServerOptions servers, Surroundings surroundings) {
        Progress progress = new TerminalProgress(surroundings);
        progress.at("connecting");
        return new Session(servers.settings(surroundings), Deadline.in(servers.timeout()), progress);
    }

    private Connection kafka() {
        // It has a time limit of its own, with a better message.
        return connection.get(Deadline.in(deadline.limit().plusSeconds(30)), "a connection to Kafka");
    }

    private SubjectsApi registry() {
        try {
            return registry.get(deadline, "the registry's settings");
        } catch (IllegalArgumentException wrong) {
            throw new UsageException(wrong.getMessage() + " (--schema-registry, --command-config)", wrong);
        }
    }

    /** Asks the registry in the background. */
    private <T> Background<T> ask(Function<RegistryReader, T> question) {
        RegistryReader reader = new RegistryReader(registry(), parallel);
        return Background.of("questions", () -> question.apply(reader));
    }

    /** One answer may not take longer than everything, whatever the settings say. */
    static Settings limited(Settings settings, Duration timeout) {
        String name = "http.read.timeout.ms";
        String set = settings.get("schema.registry." + name)
                .or(() -> settings.get(name))
                .orElse("10000");
        if (!set.matches("[0-9]{1,18}")) {
            // Refused with a message of its own.
            return settings;
        }
        long limit = Math.max(1, Math.min(Long.parseLong(set), timeout.toMillis()));
        return settings.with("schema.registry." + name, Long.toString(limit));
    }

    /** A plan with what it is for. */
    record Planned(Plan plan, Target target) {}

    /** The plan, with all that the servers say to it. */
    Planned plan(PlanRequest request, Desired desired) {
        return plan(request, desired, BrokerChecks::rejections);
    }

    /** The plan that is done next: brokers that give no opinion of it have time until then. */
    Planned planToApply(PlanRequest request, Desired desired) {
        return plan(request, desired, BrokerChecks::knownRejections);
    }

    private Planned plan(
            PlanRequest request, Desired desired, BiFunction<BrokerChecks, Plan, Map<String, String>> rejecting) {
        Topology topology = desired.topology();
        PlanOptions options = desired.options();
        Background<RegistryState> subjects = ask(reader -> reader.read(wanted(topology)));
        progress.at("reading the cluster");
        ClusterState cluster = new ClusterReader(kafka())
                .read(new ClusterReader.Request(
                        topology.topics().stream().map(Topic::name).toList(),
                        request.noAcls()
                                ? List.of()
                                : topology.services().stream()
                                        .map(ServiceAcls::principal)
                                        .toList(),
                        others -> Deletions.topics(topology, others, options)));
        progress.at("reading the registry");
        RegistryState registered = withReferrers(subjects.get(deadline, WHAT), topology, cluster, options);
        Plan plan = Planner.plan(topology, cluster, registered, options);
        progress.at("asking the servers about the plan");
        Background<List<Finding>> refusals =
                ask(reader -> new RegistryChecks(registry(), parallel).refusals(plan, registered));
        Map<String, String> rejections = rejecting.apply(new BrokerChecks(kafka()), plan);
        Plan checked = plan.with(refusals.get(deadline, WHAT), rejections);
        progress.at("");
        return new Planned(checked, target(topology, request, cluster));
    }

    /** What refers to a subject matters only where that may go. */
    private RegistryState withReferrers(
            RegistryState subjects, Topology topology, ClusterState cluster, PlanOptions options) {
        Set<String> candidates = SubjectDeletions.candidates(
                        subjects.otherSubjects(), Deletions.topics(topology, cluster.otherTopics(), options), options)
                .keySet();
        return candidates.isEmpty()
                ? subjects
                : subjects.with(ask(reader -> reader.referrers(candidates)).get(deadline, WHAT));
    }

    Result apply(Plan plan) {
        // The executor tries again by itself and goes on with other things meanwhile: a registry that takes questions
        // and gives no answers, to levels and then to schemas, leaves the topics half of the time.
        Duration answer = deadline.limit().dividedBy(4L * registry().addresses().size());
        SubjectsApi once = new SubjectsApi(limited(settings, answer).with("schema.registry.max.retries", "0"));
        Result result = new Applier(kafka(), once, parallel, deadline, progress).apply(plan);
        progress.at("");
        return result;
    }

    /** What the live system lacks. */
    List<Lack> verify(Needs needs) {
        Background<List<Lack>> schemas = ask(reader -> Verifier.schemas(needs, registry(), parallel));
        progress.at("reading the cluster and the registry");
        ClusterState cluster = new ClusterReader(kafka())
                .read(new ClusterReader.Request(
                        needs.topics().stream().map(Need::topic).toList(), List.of(), others -> new TreeSet<>()));
        List<Lack> lacks = new ArrayList<>(Verifier.topics(needs, cluster.topics()));
        lacks.addAll(schemas.get(deadline, WHAT));
        progress.at("");
        return lacks;
    }

    /** The file of all that is there. */
    Exported export(String name) {
        progress.at("reading the cluster and the registry");
        ClusterReader reader = new ClusterReader(kafka());
        ClusterState names = reader.read(new ClusterReader.Request(List.of(), List.of(), others -> new TreeSet<>()));
        Background<RegistryState> subjects = ask(all -> all.readAll(names.otherTopics()));
        ClusterState cluster =
                reader.read(new ClusterReader.Request(names.otherTopics(), List.of(), others -> new TreeSet<>()));
        Exported exported = Export.of(name, cluster.topics(), subjects.get(deadline, WHAT));
        progress.at("");
        return exported;
    }

    /** Of the registry, without credentials. */
    List<String> registryAddresses() {
        return registry().addresses().stream().map(URI::toString).toList();
    }

    private Target target(Topology topology, PlanRequest request, ClusterState cluster) {
        return new Target(
                topology.name(),
                topology.source(),
                request.environment(),
                cluster.clusterId(),
                cluster.brokers().size(),
                registryAddresses().get(0));
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
        // Whoever gave up before the connection was there does not wait for it.
        connection.whenThere(Connection::close);
    }
}
