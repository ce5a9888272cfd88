package org.openbankmark.topology.bench.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.Machine;
import org.openbankmark.topology.bench.result.Measurement;
import org.openbankmark.topology.bench.result.Origin;

/**
 * sync-cli over many topics and subjects, against one real broker and a real registry. Wall time of whole processes, by the jar and by
 * its launcher, beside a process that makes as many topics with one call; and, in one JVM, the step that creates topics beside that
 * call, and what of a plan is the registry's time.
 */
public final class SyncComparison {
    /** As servers run that are there to stay; those of a local bank start faster without the second. */
    private static final String BOTH_COMPILERS = "-XX:TieredStopAtLevel=4";
    // Less than between two looks of ServersAtRest. Kafka's minute would have a turn pay for the deletion after the one
    // before.
    private static final String FILES_DELETED_AFTER_MILLIS = "100";

    // The registry is warm when so many readings in a row were not a twentieth faster than the fastest before.
    private static final int NO_FASTER = 8;
    private static final double FASTER = 0.95;
    private static final int MOST_READINGS = 80;

    private final int count;
    private final int rounds;
    private final Processes processes;
    private final ManyTopics topics;
    private final KafkaCluster kafka;
    private final String registry;
    private final Findings findings;

    private SyncComparison(
            int count,
            int rounds,
            Processes processes,
            ManyTopics topics,
            KafkaCluster kafka,
            String registry,
            Findings findings) {
        this.count = count;
        this.rounds = rounds;
        this.processes = processes;
        this.topics = topics;
        this.kafka = kafka;
        this.registry = registry;
        this.findings = findings;
    }

    /** Arguments: sync-cli's jar, its launcher, and how many topics (1,000 unless said). */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1_000;
        compare(
                count,
                Origin.rounds(),
                Path.of(arguments[0]),
                Path.of(arguments[1]),
                Files.createTempDirectory("sync-comparison"),
                Findings.of("sync"));
    }

    /**
     * Starts servers, measures, and stops them.
     *
     * @param count of topics
     * @param directory for files of topologies and the output of processes
     */
    static void compare(int count, int rounds, Path jar, Path launcher, Path directory, Findings findings)
            throws Exception {
        try (KafkaCluster kafka = KafkaCluster.start(KafkaOptions.defaults()
                        .withProperty("log.segment.delete.delay.ms", FILES_DELETED_AFTER_MILLIS)
                        .withJvmOptions(BOTH_COMPILERS));
                SchemaRegistryServer registry = SchemaRegistryServer.start(
                        SchemaRegistryOptions.defaults().withJvmOptions(BOTH_COMPILERS))) {
            Processes processes = new Processes(
                    jar,
                    launcher,
                    directory,
                    Map.of(
                            "KAFKA_BROKERS", kafka.bootstrapServers(),
                            "SCHEMA_REGISTRY_URL", registry.url(),
                            "SYNC_CLI_CACHE", directory.resolve("cache").toString()));
            new SyncComparison(
                            count, rounds, processes, new ManyTopics(directory, count), kafka, registry.url(), findings)
                    .run();
        }
    }

    private void run() throws Exception {
        try (TopicCreation creation = new TopicCreation(kafka.bootstrapServers());
                RegistryReading reading = new RegistryReading(registry)) {
            // Keeps the launcher's archive of classes, and warms the servers up.
            wholeProcesses("warm_", creation, reading);
            warmUp(reading, topics.file("warm_"));
            double withinCall = creations(creation);
            List<Turn> turns = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                turns.add(wholeProcesses("many" + round + "_", creation, reading));
                findings.say(String.format(
                        Locale.ROOT, "round %d of whole processes ended at load %.1f", round + 1, Machine.load()));
            }
            add("plan in sync by java -jar", turns, Turn::inSyncJar);
            Measurement plan = add("plan in sync by bin/sync-cli", turns, Turn::inSyncLauncher);
            add("within a process: the registry asked for the same subjects", turns, Turn::registryAlone);
            add("apply from empty by bin/sync-cli", turns, Turn::fromEmpty);
            add("apply of topics whose subjects are there by bin/sync-cli", turns, Turn::newTopics);
            add("the bare createTopics as a process", turns, Turn::bare);
            findings.atMost("seconds of a plan in sync by bin/sync-cli", plan.median(), 2);
            findings.atMost("apply's step, which waits for leaders, by the bare call, which does not", withinCall, 1.3);
            findings.conclude();
        }
    }

    /** Asks the registry until it answers no faster any more: by what a plan asks once, its compilers would be at work for all rounds. */
    private void warmUp(RegistryReading reading, Path file) throws Exception {
        double first = reading.ofSubjects(file);
        double fastest = first;
        int readings = 1;
        for (int since = 0; since < NO_FASTER && readings < MOST_READINGS; since++, readings++) {
            double seconds = reading.ofSubjects(file);
            if (seconds < FASTER * fastest) {
                fastest = seconds;
                since = -1;
            }
        }
        findings.say(String.format(
                Locale.ROOT,
                "the registry is warm after %d readings: %.2f s at first, %.2f s at last",
                readings,
                first,
                fastest));
    }

    private interface Creation {
        void make(String prefix) throws Exception;
    }

    /**
     * Within this process, in an order that changes; each begins when the servers have done what the one before left them to do, its
     * deletion too. Returns the time of apply's step by that of the bare call.
     */
    private double creations(TopicCreation creation) throws Exception {
        List<Double> step = new ArrayList<>();
        List<Double> stepUntilReady = new ArrayList<>();
        List<Double> call = new ArrayList<>();
        List<Double> callUntilReady = new ArrayList<>();
        List<Creation> turns = new ArrayList<>(List.of(
                prefix -> {
                    TopicCreation.ByApply made = creation.asApplyDoes(topics.file(prefix));
                    step.add(made.step());
                    stepUntilReady.add(made.untilReady());
                },
                prefix -> call.add(creation.bare(prefix, count)),
                prefix -> callUntilReady.add(creation.bareUntilReady(prefix, count))));
        for (int round = 0; round < rounds; round++) {
            String prefix = "step" + round + "_";
            for (Creation turn : turns) {
                ServersAtRest.await();
                turn.make(prefix);
                creation.delete(prefix, count);
            }
            Collections.rotate(turns, 1);
        }
        Measurement apply = findings.add("within a process: apply's step that creates topics", "s", step);
        Measurement applyUntilReady =
                findings.add("within a process: the same, until all leaders answer", "s", stepUntilReady);
        Measurement bare = findings.add("within a process: the bare createTopics", "s", call);
        Measurement bareUntilReady =
                findings.add("within a process: createTopics, until all leaders answer", "s", callUntilReady);
        findings.ratio(
                "topics until all leaders answer, by apply's step, by the time of createTopics",
                applyUntilReady.median() / bareUntilReady.median());
        return apply.median() / bare.median();
    }

    /** Seconds. */
    private record Turn(
            double fromEmpty,
            double newTopics,
            double inSyncJar,
            double inSyncLauncher,
            double registryAlone,
            double bare) {}

    /** Each begins when the servers have done what the one before left them to do. */
    private Turn wholeProcesses(String prefix, TopicCreation creation, RegistryReading reading) throws Exception {
        Path file = topics.file(prefix);
        ServersAtRest.await();
        double fromEmpty = processes.launcher("apply", file);
        creation.delete(prefix, count);
        ServersAtRest.await();
        double newTopics = processes.launcher("apply", file);
        ServersAtRest.await();
        double inSyncJar = processes.jar("plan", file, "--fail-on-changes");
        ServersAtRest.await();
        double inSyncLauncher = processes.launcher("plan", file, "--fail-on-changes");
        reading.ofSubjects(file); // warms up
        double registryAlone = reading.ofSubjects(file);
        creation.delete(prefix, count);
        ServersAtRest.await();
        double bare = processes.java(BareCreation.class, kafka.bootstrapServers(), prefix, Integer.toString(count));
        creation.delete(prefix, count);
        return new Turn(fromEmpty, newTopics, inSyncJar, inSyncLauncher, registryAlone, bare);
    }

    private Measurement add(String name, List<Turn> turns, ToDoubleFunction<Turn> seconds) {
        return findings.add(
                name, "s", turns.stream().mapToDouble(seconds).boxed().toList());
    }
}
