package org.openbankmark.topology.bench.startup;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

/** Starts the built bank again and again, with empty data and with those of the start before. */
public final class StartupMeasurement {
    private static final int ROUNDS = Origin.rounds();
    private static final Duration LIGHT_LOAD = Duration.ofSeconds(60);

    private final Path root;
    private final LocalBank bank;
    private final Findings findings = Findings.of("startup");
    private final Map<String, List<Double>> parts = new LinkedHashMap<>();
    private final Map<String, List<Double>> processor = new LinkedHashMap<>();
    private final Map<String, List<Double>> memory = new LinkedHashMap<>();
    private final Map<String, List<Double>> memoryUnderLoad = new LinkedHashMap<>();

    private StartupMeasurement(Path root, Path directory) {
        this.root = root;
        this.bank = new LocalBank(root, directory.resolve("bank"));
    }

    /** Arguments: the project's root, where it is built, and a work directory. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createDirectories(Path.of(arguments[1]));
        new StartupMeasurement(Path.of(arguments[0]), directory).run();
    }

    private void run() throws Exception {
        bank.removeData();
        double first = bank.up().seconds();
        boolean firstAfterBuild = bank.archivesAreDue();
        bank.awaitArchives();
        bank.down();
        bank.removeData();
        List<Double> empty = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            LocalBank.Start start = bank.up();
            empty.add(start.seconds());
            note(start.parts(), parts);
            note(bank.processorTime(), processor);
            bank.down();
            again.add(bank.up().seconds());
            note(bank.memory(), memory);
            findings.say(String.format(
                    Locale.ROOT,
                    "round %d: %.1f s without data, %.1f s with, at load %.1f",
                    round + 1,
                    empty.get(round),
                    again.get(round),
                    Machine.load()));
            if (round == ROUNDS - 1) {
                lightLoad();
                note(bank.memory(), memoryUnderLoad);
            }
            bank.down();
            bank.removeData();
        }
        if (firstAfterBuild) {
            findings.add("./bank up --detach, without data, the first time after a build", "s", List.of(first));
        }
        Measurement whole = findings.add("./bank up --detach, without data", "s", empty);
        findings.add("./bank up --detach, with data", "s", again);
        parts.forEach((name, seconds) -> findings.add("of it, until ready: " + name, "s", seconds));
        processor.forEach((name, seconds) -> findings.add("processor time until all are ready: " + name, "s", seconds));
        memory.forEach(
                (name, megabytes) -> findings.add("memory (PSS) after the start with data: " + name, "MiB", megabytes));
        memoryUnderLoad.forEach((name, megabytes) ->
                findings.add("memory (PSS) after a minute of 50 commands/s: " + name, "MiB", megabytes));
        findings.add("sync-cli --help, java -jar", "s", help("java", "-jar", "sync-cli/target/sync-cli.jar", "--help"));
        findings.add("sync-cli --help, bin/sync-cli", "s", help("sync-cli/bin/sync-cli", "--help"));
        findings.atMost("seconds of ./bank up, built, without data", whole.median(), 20);
        findings.conclude();
    }

    private static void note(Map<String, Double> figures, Map<String, List<Double>> rounds) {
        figures.forEach((name, figure) ->
                rounds.computeIfAbsent(name, unused -> new ArrayList<>()).add(figure));
    }

    /** A minute of 50 commands a second. */
    private void lightLoad() throws IOException, InterruptedException {
        bank.pace(5, 100);
        long end = System.nanoTime() + LIGHT_LOAD.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(500); // the load lasts so long
        }
    }

    private List<Double> help(String... command) throws IOException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long from = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT)
                    .start();
            if (process.waitFor() != 0) {
                throw new IOException(List.of(command) + " failed");
            }
            seconds.add((System.nanoTime() - from) / 1e9);
        }
        return seconds;
    }
}
