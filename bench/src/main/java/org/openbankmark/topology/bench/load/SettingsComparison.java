package org.openbankmark.topology.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbankmark.topology.bench.bank.LocalBank;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.Machine;

/** The load test's clicks in banks of other settings, one after the other: linger, the size of batches, brokers. Each bank is a new one. */
public final class SettingsComparison {
    private static final List<Integer> LOADS = List.of(0, 100, 300, 1000);
    // At two clicks a second, 250 give a 99th percentile.
    private static final String SECONDS = System.getenv().getOrDefault("BENCH_SECONDS", "60");
    private static final String LINGER = "KAFKA_LINGER_MS";
    private static final String BATCH = "KAFKA_BATCH_SIZE";
    // Of 100 ms is the linger of Open Bank Mark, whose measurements had one broker or three.
    private static final List<Setting> SETTINGS = List.of(
            new Setting(1, Map.of()),
            new Setting(1, Map.of(LINGER, "100")),
            new Setting(1, Map.of(LINGER, "100", BATCH, "131072")),
            new Setting(3, Map.of()),
            new Setting(3, Map.of(LINGER, "100")));

    private final Path root;
    private final Path directory;
    private final Path kept;
    private final Findings findings;
    private final List<LoadRun> runs = new ArrayList<>();

    private SettingsComparison(Path root, Path directory, Path kept, Findings findings) {
        this.root = root;
        this.directory = directory;
        this.kept = kept;
        this.findings = findings;
    }

    /**
     * What a bank is started with.
     *
     * @param variables of its environment, for the clients of all its services
     */
    private record Setting(int brokers, Map<String, String> variables) {}

    /** Arguments: the project's root, where it is built, and a work directory. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        Path results = Path.of(System.getProperty("bench.results", "results"));
        Findings findings = Findings.of("settings");
        Path kept = LoadRun.keptIn(results, findings.nameOf("settings"));
        new SettingsComparison(Path.of(arguments[0]), directory, kept, findings).run();
    }

    private void run() throws Exception {
        for (Setting setting : SETTINGS) {
            LoadRun run = measure(setting);
            runs.add(run);
            // What was measured before a bank that fails counts.
            LoadRun.write(runs, kept);
            for (int load : LOADS) {
                for (String figure : List.of("mean", "p50", "p99", "max")) {
                    run.latencyIfTold(load, figure)
                            .ifPresent(millis -> findings.add(
                                    run.group() + ", " + load + " messages/s, click to screen: " + figure,
                                    "ms",
                                    List.of(millis)));
                }
            }
        }
        double standard = runs.get(0).latency(0, "mean");
        for (LoadRun run : runs.subList(1, runs.size())) {
            findings.ratio(
                    run.group() + ": mean of an idle bank, by that of the default", run.latency(0, "mean") / standard);
        }
        findings.conclude();
    }

    private LoadRun measure(Setting setting) throws IOException, InterruptedException {
        LocalBank bank = new LocalBank(root, directory.resolve("bank"));
        setting.variables().forEach(bank::with);
        bank.removeData();
        bank.up(setting.brokers());
        try {
            bank.awaitArchives();
            WarmUp.of(bank);
            bank.load("open", "--loads", LoadRun.listOf(LOADS), "--seconds", SECONDS);
            LoadRun run = LoadRun.lastOf(bank.loadResults());
            findings.say(String.format(Locale.ROOT, "%s, at load %.1f", run.group(), Machine.load()));
            return run;
        } finally {
            bank.down();
            bank.removeData();
        }
    }
}
