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
import org.openbankmark.topology.bench.result.Origin;

/**
 * Rounds of the load test on a bank of its own that has been up for some minutes: clicks in the browser of a bank that does nothing else,
 * clicks at 300 messages a second, and the search for the highest load; where they are named, Open Bank Mark's own rule, and clicks in
 * the browser at high loads.
 */
public final class LoadMeasurement {
    // A success is more than 1,000.
    private static final int LOOPS = Integer.parseInt(System.getenv().getOrDefault("BENCH_LOOPS", "1010"));
    private static final int SUCCESS = 1001;
    private static final int BUSY = 300;
    private static final List<Integer> BROWSER_LOADS = List.of(1000, 3000);
    // 500 clicks: enough for a 99th percentile.
    private static final int LONG_SECONDS = 250;
    private static final List<String> OF_LONG = List.of("mean", "p50", "p99", "max");
    private static final String TIMEOUTS = "Open Bank Mark's rule: time-outs";
    private static final String LOOPS_DONE = "Open Bank Mark's rule: loops";

    private final LocalBank bank;
    private final Path results;
    private final String kept;
    private final Findings findings;
    private final Map<String, List<Double>> figures = new LinkedHashMap<>();
    private boolean concluded;

    /**
     * @param results the folder of all results
     * @param kept what the file of the load test's own results is called there
     */
    private LoadMeasurement(LocalBank bank, Path results, String kept, Findings findings) {
        this.bank = bank;
        this.results = results;
        this.kept = kept;
        this.findings = findings;
    }

    /** Arguments: the project's root, where it is built; a work directory; which parts, by the names that {@link Part} has. */
    public static void main(String[] arguments) throws Exception {
        List<Part> parts;
        try {
            parts = Part.of(List.of(arguments).subList(2, arguments.length));
        } catch (IllegalArgumentException unknown) {
            System.err.println("bench/run load: " + unknown.getMessage());
            System.exit(2);
            return;
        }
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        LocalBank bank = new LocalBank(Path.of(arguments[0]), directory.resolve("bank"));
        Path results = Path.of(System.getProperty("bench.results", "results"));
        String benchmark = Part.benchmark(parts);
        String kept = benchmark.equals("load") ? "results" : benchmark;
        new LoadMeasurement(bank, results, kept, Findings.of(benchmark)).run(parts);
    }

    private void run(List<Part> parts) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(this::ended, "end-of-rounds"));
        bank.removeData();
        bank.up();
        try {
            bank.awaitArchives();
            WarmUp.of(bank);
            rounds(parts);
        } catch (IOException failure) {
            concludeEarly(failure.toString());
            throw failure;
        } finally {
            keepResults();
            bank.down();
        }
        bank.removeData();
        conclude();
    }

    /** Of a measurement that is ended before its time, as by Ctrl-C. */
    private synchronized void ended() {
        if (concluded || figures.isEmpty()) {
            return;
        }
        try {
            // First, as it gives what is kept another name than a whole measurement has.
            concludeEarly("ended before its time");
            keepResults();
        } catch (IOException failure) {
            System.err.println("what was measured is not written down: " + failure);
        }
    }

    /** The rounds before it count. */
    private synchronized void concludeEarly(String why) throws IOException {
        if (!figures.isEmpty() && !concluded) {
            findings.incomplete(why);
            conclude();
        }
    }

    private void rounds(List<Part> parts) throws IOException, InterruptedException {
        int most = parts.stream().mapToInt(LoadMeasurement::roundsOf).max().orElse(0);
        for (int round = 1; round <= most; round++) {
            for (Part part : parts) {
                if (round <= roundsOf(part)) {
                    String told = round(part);
                    findings.say(String.format(
                            Locale.ROOT, "round %d, %s: %s, at load %.1f", round, part.text(), told, Machine.load()));
                }
            }
        }
    }

    private static int roundsOf(Part part) {
        return Origin.rounds(part.rounds());
    }

    private String round(Part part) throws IOException, InterruptedException {
        return switch (part) {
            case IDLE -> clicks(List.of(0), 60, List.of("mean", "p50", "max"));
            case BUSY -> clicks(List.of(BUSY), LONG_SECONDS, OF_LONG);
            case BROWSER -> clicks(BROWSER_LOADS, LONG_SECONDS, OF_LONG);
            case HIGHEST -> highest();
            case CLOSED -> closed();
        };
    }

    /** Two clicks a second, as the load test has them unless told otherwise. */
    private String clicks(List<Integer> loads, int seconds, List<String> wanted)
            throws IOException, InterruptedException {
        bank.load("open", "--loads", LoadRun.listOf(loads), "--seconds", Integer.toString(seconds));
        LoadRun run = LoadRun.lastOf(bank.loadResults());
        List<String> told = new ArrayList<>();
        for (int load : loads) {
            String name = load == 0 ? "idle" : load + " messages/s";
            for (String figure : wanted) {
                double millis = run.latency(load, figure);
                note("click to screen, " + name + ": " + figure, millis);
                told.add(String.format(Locale.ROOT, "%s %.0f ms", figure, millis));
            }
        }
        return String.join(", ", told);
    }

    private String highest() throws IOException, InterruptedException {
        bank.load("max", "--from", "3000", "--seconds", "25");
        LoadRun run = LoadRun.lastOf(bank.loadResults());
        note("highest load with p99 under 500 ms, by probes", run.highest());
        return run.outcome();
    }

    private String closed() throws IOException, InterruptedException {
        bank.load("closed", "--loops", Integer.toString(LOOPS));
        LoadRun run = LoadRun.lastOf(bank.loadResults());
        note(LOOPS_DONE, run.samples());
        note(TIMEOUTS, run.timeouts());
        int last = run.loads().get(run.loads().size() - 1);
        for (int load : last == 0 ? List.of(0) : List.of(0, last)) {
            note("Open Bank Mark's rule at " + load + " messages/s: mean", run.latency(load, "mean"));
        }
        return run.outcome();
    }

    private synchronized void note(String name, double value) {
        figures.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    /** What the page Background draws, and its plots; also of a measurement that failed half-way. */
    private void keepResults() throws IOException {
        if (Files.exists(bank.loadResults())) {
            Path file = LoadRun.keptIn(results, findings.nameOf(kept));
            Files.copy(bank.loadResults(), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private synchronized void conclude() throws IOException {
        if (concluded) {
            return;
        }
        concluded = true;
        figures.forEach((name, rounds) -> {
            Measurement measured = findings.add(name, unitOf(name), rounds);
            if (name.equals("click to screen, idle: mean")) {
                findings.atMost(name + ", ms", measured.median(), 30);
            } else if (name.equals("click to screen, " + BUSY + " messages/s: p99")) {
                findings.atMost(name + ", ms", measured.median(), 150);
            } else if (name.startsWith("highest")) {
                findings.atLeast(name, measured.median(), 3000);
            } else if (name.equals(LOOPS_DONE) && LOOPS >= SUCCESS) {
                findings.atLeast(name, measured.median(), SUCCESS);
            }
        });
        findings.conclude();
    }

    private static String unitOf(String name) {
        if (name.startsWith("highest")) {
            return "messages/s";
        }
        return switch (name) {
            case LOOPS_DONE -> "loops";
            case TIMEOUTS -> "time-outs";
            default -> "ms";
        };
    }
}
