package org.openbankmark.topology.bench.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one benchmark found: a line for each measurement at once, and JSON at the end. One thread. */
public final class Findings {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String benchmark;
    private final Origin origin;
    private final Path directory;
    private final PrintStream out;
    private final double loadBefore = Machine.loadBefore();
    private final double workBefore = FixedWork.millis();
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<Ratio> ratios = new ArrayList<>();
    private @Nullable String incomplete;

    /** A figure that the benchmark is made for; with nothing to reach unless a goal is given. */
    private record Ratio(
            String name, double value, @Nullable Goal goal) {
        String text() {
            return name + " " + number(value) + (goal == null ? "" : " (" + goal.text(value) + ")");
        }
    }

    /**
     * What is to be reached.
     *
     * @param target the least it is to be, or the most
     */
    private record Goal(String bound, double target) {
        boolean reached(double value) {
            return bound.equals("at least") ? value >= target : value <= target;
        }

        String text(double value) {
            return "to reach: " + bound + " " + number(target) + (reached(value) ? "" : "; not reached");
        }
    }

    private Findings(String benchmark, Origin origin, Path directory, PrintStream out) {
        this.benchmark = benchmark;
        this.origin = origin;
        this.directory = directory;
        this.out = out;
    }

    /** Of a benchmark that {@code bench/run} started: it names the command and the directory of the results. */
    public static Findings of(String benchmark) {
        return of(benchmark, Origin.here(benchmark), Path.of(System.getProperty("bench.results", "results")));
    }

    /**
     * Of a benchmark with the settings that are standard.
     *
     * @param command that measures again
     * @param directory of the results
     */
    public static Findings of(String benchmark, String command, Path directory) {
        return of(benchmark, Origin.of(command, "unknown", Map.of()), directory);
    }

    /**
     * Of a benchmark.
     *
     * @param directory of the results
     */
    public static Findings of(String benchmark, Origin origin, Path directory) {
        Findings findings = new Findings(benchmark, origin, directory, System.out);
        findings.say(String.format(
                Locale.ROOT,
                "load of the machine before: %.1f on %d processors; fixed work took %.0f ms",
                findings.loadBefore,
                Runtime.getRuntime().availableProcessors(),
                findings.workBefore));
        return findings;
    }

    /** Its last rounds are missing: what is concluded says so. */
    public void incomplete(String why) {
        incomplete = why;
        say("incomplete: " + why);
    }

    /** Tells something beside the measurements. */
    public void say(String line) {
        out.println(line);
        out.flush();
    }

    public Measurement add(String name, String unit, List<Double> rounds) {
        Measurement measurement = new Measurement(name, unit, rounds);
        measurements.add(measurement);
        say(String.format(
                Locale.ROOT,
                "%-64s median %s %s  (%s to %s, %d rounds)",
                name,
                number(measurement.median()),
                unit,
                number(measurement.min()),
                number(measurement.max()),
                rounds.size()));
        return measurement;
    }

    /** A figure that shall be at least so much. */
    public void atLeast(String name, double value, double target) {
        ratios.add(new Ratio(name, value, new Goal("at least", target)));
    }

    /** A figure that shall be at most so much. */
    public void atMost(String name, double value, double target) {
        ratios.add(new Ratio(name, value, new Goal("at most", target)));
    }

    /** A figure without anything to reach. */
    public void ratio(String name, double value) {
        ratios.add(new Ratio(name, value, null));
    }

    /** Writes the JSON, and prints the figures that were to be reached, on the last line. */
    public void conclude() throws IOException {
        double loadAfter = Machine.load();
        double workAfter = FixedWork.millis();
        say(String.format(
                Locale.ROOT, "load of the machine after: %.1f; fixed work took %.0f ms", loadAfter, workAfter));
        Files.createDirectories(directory);
        Path file = directory.resolve(nameOf(benchmark) + ".json");
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), document(loadAfter, workAfter));
        say("written to " + file);
        say(benchmark + (variant().isEmpty() ? "" : " (" + variant() + ")") + ": "
                + ratios.stream().map(Ratio::text).collect(Collectors.joining(", ")));
    }

    /** What a file with these figures is called: none that is not as standard takes the place of one that is. */
    public String nameOf(String standard) {
        return variant().isEmpty() ? standard : standard + "-variant";
    }

    /** What of it is not as standard: what is left has a file of its own then. Empty if nothing. */
    private String variant() {
        List<String> all = new ArrayList<>(origin.variant());
        if (incomplete != null) {
            all.add("incomplete");
        }
        return String.join(", ", all);
    }

    private ObjectNode document(double loadAfter, double workAfter) throws IOException {
        ObjectNode document = JSON.createObjectNode();
        document.put("benchmark", benchmark);
        document.put("command", origin.command());
        document.put("version", origin.version());
        if (!variant().isEmpty()) {
            document.put("variant", variant());
        }
        if (incomplete != null) {
            document.put("incomplete", incomplete);
        }
        document.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        document.set("machine", JSON.valueToTree(Machine.here()));
        document.put("loadBefore", loadBefore);
        document.put("loadAfter", loadAfter);
        document.put("fixedWorkMillisBefore", workBefore);
        document.put("fixedWorkMillisAfter", workAfter);
        ArrayNode measured = document.putArray("measurements");
        for (Measurement each : measurements) {
            ObjectNode node = measured.addObject();
            node.put("name", each.name());
            node.put("unit", each.unit());
            node.put("min", each.min());
            node.put("median", each.median());
            node.put("max", each.max());
            each.rounds().forEach(node.withArray("rounds")::add);
        }
        ArrayNode compared = document.putArray("ratios");
        for (Ratio ratio : ratios) {
            ObjectNode node = compared.addObject();
            node.put("name", ratio.name());
            node.put("value", ratio.value());
            Goal goal = ratio.goal();
            if (goal != null) {
                node.put("bound", goal.bound());
                node.put("target", goal.target());
                node.put("reached", goal.reached(ratio.value()));
            }
        }
        return document;
    }

    /** Three digits that count, without an exponent. */
    static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 4;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
