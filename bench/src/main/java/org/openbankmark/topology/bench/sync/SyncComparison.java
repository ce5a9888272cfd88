package org.openbankmark.topology.bench.sync;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.KafkaOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryOptions;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/**
 * sync-cli over many topics and subjects, against one real broker and a real registry. Wall time of whole processes, by the jar and by
 * its launcher, beside a process that makes as many topics with one call; and, in one JVM, the step that creates topics beside that
 * call.
 */
public final class SyncComparison {
    private static final int ROUNDS = 5;

    private final int count;
    private final Processes processes;
    private final ManyTopics topics;
    private final KafkaCluster kafka;
    private final PrintStream out;

    private SyncComparison(int count, Processes processes, ManyTopics topics, KafkaCluster kafka, PrintStream out) {
        this.count = count;
        this.processes = processes;
        this.topics = topics;
        this.kafka = kafka;
        this.out = out;
    }

    /** Arguments: sync-cli's jar, its launcher, where to write the result, and how many topics (1,000 unless said). */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 1_000;
        Path directory = Files.createTempDirectory("sync-comparison");
        try (KafkaCluster kafka = KafkaCluster.start(KafkaOptions.defaults().withHeapMegabytes(1024));
                SchemaRegistryServer registry = SchemaRegistryServer.start(SchemaRegistryOptions.defaults())) {
            Processes processes = new Processes(
                    Path.of(arguments[0]),
                    Path.of(arguments[1]),
                    directory,
                    Map.of(
                            "KAFKA_BROKERS", kafka.bootstrapServers(),
                            "SCHEMA_REGISTRY_URL", registry.url(),
                            "SYNC_CLI_CACHE", directory.resolve("cache").toString()));
            SyncComparison comparison =
                    new SyncComparison(count, processes, new ManyTopics(directory, count), kafka, System.out);
            comparison.run(Path.of(arguments[2]));
        }
    }

    private void run(Path result) throws Exception {
        out.printf(
                Locale.ROOT,
                "load of the machine before: %.1f on %d processors%n",
                load(),
                Runtime.getRuntime().availableProcessors());
        double[] step = new double[ROUNDS];
        double[] call = new double[ROUNDS];
        double[] fromEmpty = new double[ROUNDS];
        double[] newTopics = new double[ROUNDS];
        double[] inSyncJar = new double[ROUNDS];
        double[] inSyncLauncher = new double[ROUNDS];
        double[] bareProcess = new double[ROUNDS];
        try (TopicCreation creation = new TopicCreation(kafka.bootstrapServers())) {
            for (int round = 0; round < ROUNDS; round++) {
                String prefix = "step" + round + "_";
                step[round] = creation.asApplyDoes(topics.file(prefix));
                creation.delete(prefix);
                call[round] = creation.bare(prefix, count);
                creation.delete(prefix);
            }
            say("within a process: apply's step that creates topics", step);
            say("within a process: the bare createTopics", call);
            for (int round = 0; round < ROUNDS; round++) {
                String prefix = "many" + round + "_";
                Path file = topics.file(prefix);
                fromEmpty[round] = processes.launcher("apply", file);
                creation.delete(prefix);
                newTopics[round] = processes.launcher("apply", file);
                inSyncJar[round] = processes.jar("plan", file, "--fail-on-changes");
                inSyncLauncher[round] = processes.launcher("plan", file, "--fail-on-changes");
                creation.delete(prefix);
                bareProcess[round] =
                        processes.java(BareCreation.class, kafka.bootstrapServers(), prefix, Integer.toString(count));
                creation.delete(prefix);
                out.printf(Locale.ROOT, "round %d of whole processes ended at load %.1f%n", round + 1, load());
            }
        }
        say("plan in sync by java -jar", inSyncJar);
        say("plan in sync by bin/sync-cli (to reach: 2 s)", inSyncLauncher);
        say("apply from empty by bin/sync-cli", fromEmpty);
        say("apply of topics whose subjects are there by bin/sync-cli", newTopics);
        say("the bare createTopics as a process", bareProcess);
        double ratio = median(step) / median(call);
        Files.writeString(
                result,
                String.format(
                        Locale.ROOT,
                        "{\"benchmark\": \"sync\", \"topics\": %d, \"java\": \"%s\", \"load\": %.1f, \"planInSyncJar\": %s,"
                                + " \"planInSyncLauncher\": %s, \"applyFromEmpty\": %s, \"applyNewTopics\": %s,"
                                + " \"bareProcess\": %s, \"createStep\": %s, \"bareCall\": %s, \"ratio\": %.2f}%n",
                        count,
                        System.getProperty("java.version"),
                        load(),
                        Arrays.toString(inSyncJar),
                        Arrays.toString(inSyncLauncher),
                        Arrays.toString(fromEmpty),
                        Arrays.toString(newTopics),
                        Arrays.toString(bareProcess),
                        Arrays.toString(step),
                        Arrays.toString(call),
                        ratio));
        out.printf(
                Locale.ROOT,
                "sync: %d topics, plan in sync %.2f s; creating them %.2f s, the bare call %.2f s, ratio %.2f"
                        + " (to reach: at most 1.3); as whole processes %.2f%n",
                count,
                median(inSyncLauncher),
                median(step),
                median(call),
                ratio,
                median(newTopics) / median(bareProcess));
    }

    private void say(String what, double[] seconds) {
        out.printf(
                Locale.ROOT,
                "%-60s median %.2f s  %s%n",
                what,
                median(seconds),
                Arrays.stream(seconds)
                        .mapToObj(each -> String.format(Locale.ROOT, "%.2f", each))
                        .toList());
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
