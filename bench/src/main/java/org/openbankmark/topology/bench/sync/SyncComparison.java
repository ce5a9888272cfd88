package org.openbankmark.topology.bench.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.Machine;
import org.openbankmark.topology.bench.result.Measurement;

/**
 * sync-cli over many topics and subjects, against one real broker and a real registry. Wall time of whole processes, by the jar and by
 * its launcher, beside a process that makes as many topics with one call; and, in one JVM, the step that creates topics beside that
 * call, and what of a plan is the registry's time.
 */
public final class SyncComparison {
    private static final int ROUNDS = 5;

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
                ROUNDS,
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
        try (KafkaCluster kafka = KafkaCluster.start(KafkaOptions.defaults().withHeapMegabytes(1024));
                SchemaRegistryServer registry = SchemaRegistryServer.start(SchemaRegistryOptions.defaults())) {
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
        double[] step = new double[rounds];
        double[] call = new double[rounds];
        double[] callUntilReady = new double[rounds];
        double[] fromEmpty = new double[rounds];
        double[] newTopics = new double[rounds];
        double[] inSyncJar = new double[rounds];
        double[] inSyncLauncher = new double[rounds];
        double[] registryAlone = new double[rounds];
        double[] bareProcess = new double[rounds];
        Measurement apply;
        Measurement bare;
        Measurement bareUntilReady;
        try (TopicCreation creation = new TopicCreation(kafka.bootstrapServers());
                RegistryReading reading = new RegistryReading(registry)) {
            for (int round = 0; round < rounds; round++) {
                String prefix = "step" + round + "_";
                step[round] = creation.asApplyDoes(topics.file(prefix));
                creation.delete(prefix, count);
                call[round] = creation.bare(prefix, count);
                creation.delete(prefix, count);
                callUntilReady[round] = creation.bareUntilReady(prefix, count);
                creation.delete(prefix, count);
            }
            apply = add("within a process: apply's step that creates topics", step);
            bare = add("within a process: the bare createTopics", call);
            bareUntilReady = add("within a process: createTopics, until all leaders answer", callUntilReady);
            for (int round = 0; round < rounds; round++) {
                String prefix = "many" + round + "_";
                Path file = topics.file(prefix);
                fromEmpty[round] = processes.launcher("apply", file);
                creation.delete(prefix, count);
                newTopics[round] = processes.launcher("apply", file);
                inSyncJar[round] = processes.jar("plan", file, "--fail-on-changes");
                inSyncLauncher[round] = processes.launcher("plan", file, "--fail-on-changes");
                reading.ofSubjects(file); // warms up
                registryAlone[round] = reading.ofSubjects(file);
                creation.delete(prefix, count);
                bareProcess[round] =
                        processes.java(BareCreation.class, kafka.bootstrapServers(), prefix, Integer.toString(count));
                creation.delete(prefix, count);
                findings.say(String.format(
                        Locale.ROOT, "round %d of whole processes ended at load %.1f", round + 1, Machine.load()));
            }
        }
        add("plan in sync by java -jar", inSyncJar);
        Measurement plan = add("plan in sync by bin/sync-cli", inSyncLauncher);
        add("within a process: the registry asked for the same subjects", registryAlone);
        add("apply from empty by bin/sync-cli", fromEmpty);
        add("apply of topics whose subjects are there by bin/sync-cli", newTopics);
        add("the bare createTopics as a process", bareProcess);
        findings.atMost("seconds of a plan in sync by bin/sync-cli", plan.median(), 2);
        findings.atMost("creating topics by the time of the bare call", apply.median() / bare.median(), 1.3);
        findings.ratio("the same, until all leaders answer", apply.median() / bareUntilReady.median());
        findings.conclude();
    }

    private Measurement add(String name, double[] seconds) {
        return findings.add(name, "s", Arrays.stream(seconds).boxed().toList());
    }
}
