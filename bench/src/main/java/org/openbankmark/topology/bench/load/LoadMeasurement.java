package org.openbankmark.topology.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbankmark.topology.bench.bank.LocalBank;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.Machine;
import org.openbankmark.topology.bench.result.Measurement;

/**
 * Rounds of the load test on a bank of its own that has been up for some minutes: clicks in the browser of a bank that does nothing else,
 * clicks at 300 messages a second, and the search for the highest load.
 */
public final class LoadMeasurement {
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("BENCH_ROUNDS", "5"));
    private static final int BUSY = 300;

    private final LocalBank bank;
    private final Path results;
    private final Findings findings;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();

    private LoadMeasurement(LocalBank bank, Path results, Findings findings) {
        this.bank = bank;
        this.results = results;
        this.findings = findings;
    }

    /** Arguments: the project's root, where it is built; a work directory; which parts, of {@code idle}, {@code busy}, {@code highest}. */
    public static void main(String[] arguments) throws Exception {
        List<String> parts = List.of(arguments).subList(2, arguments.length);
        if (!List.of("idle", "busy", "highest").containsAll(parts)) {
            System.err.println("bench/run load: idle, busy and highest can be measured, and not " + parts);
            System.exit(2);
        }
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        LocalBank bank = new LocalBank(Path.of(arguments[0]), directory.resolve("bank"));
        Path results = Path.of(System.getProperty("bench.results", "results"));
        new LoadMeasurement(bank, results, Findings.of("load"))
                .run(parts.isEmpty() ? List.of("idle", "busy", "highest") : parts);
    }

    private void run(List<String> parts) throws Exception {
        bank.removeData();
        bank.up();
        try {
            bank.awaitArchives();
            WarmUp.of(bank);
            rounds(parts);
        } catch (IOException failure) {
            // The rounds before it count.
            if (!figures.isEmpty()) {
                findings.incomplete(failure.toString());
                conclude();
            }
            throw failure;
        } finally {
            keepResults();
            bank.down();
        }
        bank.removeData();
        conclude();
    }

    private void rounds(List<String> parts) throws IOException, InterruptedException {
        for (int round = 1; round <= ROUNDS; round++) {
            for (String part : parts) {
                String told = round(part);
                findings.say(String.format(
                        Locale.ROOT, "round %d, %s: %s, at load %.1f", round, part, told, Machine.load()));
            }
        }
    }

    private String round(String part) throws IOException, InterruptedException {
        return switch (part) {
            case "idle" -> clicks("idle", 0, 60, List.of("mean", "p50", "max"));
            // 500 clicks: enough for a 99th percentile.
            case "busy" -> clicks(BUSY + " messages/s", BUSY, 250, List.of("mean", "p50", "p99", "max"));
            default -> {
                bank.load("max", "--from", "3000", "--seconds", "25");
                double highest = LoadRun.lastOf(bank.loadResults()).highest();
                note("highest load with p99 under 500 ms, by probes", highest);
                yield String.format(Locale.ROOT, "%.0f messages/s", highest);
            }
        };
    }

    /** Two clicks a second, as the load test has them unless told otherwise. */
    private String clicks(String name, int load, int seconds, List<String> wanted)
            throws IOException, InterruptedException {
        bank.load("open", "--loads", "" + load, "--seconds", "" + seconds);
        LoadRun run = LoadRun.lastOf(bank.loadResults());
        List<String> told = new ArrayList<>();
        for (String figure : wanted) {
            double millis = run.latency(load, figure);
            note("click to screen, " + name + ": " + figure, millis);
            told.add(String.format(Locale.ROOT, "%s %.0f ms", figure, millis));
        }
        return String.join(", ", told);
    }

    private void note(String name, double value) {
        figures.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    /** What the page Background draws, and its plots; also of a measurement that failed half-way. */
    private void keepResults() throws IOException {
        if (Files.exists(bank.loadResults())) {
            Files.copy(bank.loadResults(), LoadRun.keptIn(results, "results"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void conclude() throws IOException {
        figures.forEach((name, rounds) -> {
            Measurement measured = findings.add(name, name.startsWith("highest") ? "messages/s" : "ms", rounds);
            if (name.equals("click to screen, idle: mean")) {
                findings.atMost(name + ", ms", measured.median(), 30);
            } else if (name.equals("click to screen, " + BUSY + " messages/s: p99")) {
                findings.atMost(name + ", ms", measured.median(), 150);
            } else if (name.startsWith("highest")) {
                findings.atLeast(name, measured.median(), 3000);
            }
        });
        findings.conclude();
    }
}
