package org.openbankmark.topology.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One run of the load test, as its file of results tells it (docs/load-results.md).
 *
 * @param file for messages
 */
record LoadRun(Path file, JsonNode run) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HIGHEST = Pattern.compile("highest load with p99 under \\d+ ms: (\\d+) messages/s");
    private static final int FORMAT = 1;
    private static final String NONE = "no load held";

    /** The one that ended last. */
    static LoadRun lastOf(Path file) throws IOException {
        JsonNode runs = JSON.readTree(file.toFile()).path("runs");
        if (runs.isEmpty()) {
            throw new IOException("there is no run in " + file);
        }
        return new LoadRun(file, runs.get(runs.size() - 1));
    }

    /** The file for runs that a benchmark keeps: in a folder of its own, as what lies beside are the results of benchmarks. */
    static Path keptIn(Path results, String name) throws IOException {
        return Files.createDirectories(results.resolve("load")).resolve(name + ".json");
    }

    /** Writes runs as one file of results, which the Background screen draws. */
    static void write(List<LoadRun> runs, Path file) throws IOException {
        ObjectNode document = JSON.createObjectNode().put("format", FORMAT);
        runs.forEach(each -> document.withArray("runs").add(each.run));
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), document);
    }

    /** What the bank was started with, as the load test names it. */
    String group() {
        return run.path("group").asText();
    }

    /** As the load test's options take loads. */
    static String listOf(List<Integer> loads) {
        return loads.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** How it ended, in the words of the load test. */
    String outcome() {
        return run.path("outcome").asText();
    }

    /** The loads that it measured at, rising. */
    List<Integer> loads() {
        List<Integer> loads = new ArrayList<>();
        run.path("points").forEach(point -> loads.add(point.path("load").asInt()));
        return loads;
    }

    /** How many measurements it has at all its loads. */
    int samples() {
        return sum("samples");
    }

    /** How many of them are time-outs. */
    int timeouts() {
        return sum("timeouts");
    }

    private int sum(String field) {
        int sum = 0;
        for (JsonNode point : run.path("points")) {
            sum += point.path(field).asInt();
        }
        return sum;
    }

    /**
     * A figure of its latencies at one load, in milliseconds.
     *
     * @param name such as {@code mean} or {@code p99}
     * @throws IOException where it was not measured, or too seldom to tell
     */
    double latency(int load, String name) throws IOException {
        return latencyIfTold(load, name)
                .orElseThrow(() -> new IOException(
                        "the run " + name() + " in " + file + " has no " + name + " at " + load + " messages/s"));
    }

    /** The same; nothing where there were too few measurements to tell it. */
    OptionalDouble latencyIfTold(int load, String name) {
        for (JsonNode point : run.path("points")) {
            JsonNode figure = point.path("latency_ms").path(name);
            if (point.path("load").asInt() == load && figure.isNumber()) {
                return OptionalDouble.of(figure.asDouble());
            }
        }
        return OptionalDouble.empty();
    }

    /** What the search for the highest load found, in messages a second; 0 where none held. */
    double highest() throws IOException {
        String outcome = outcome();
        Matcher found = HIGHEST.matcher(outcome);
        if (found.lookingAt()) {
            return Integer.parseInt(found.group(1));
        }
        if (outcome.startsWith(NONE)) {
            return 0;
        }
        throw new IOException("the run " + name() + " in " + file + " tells no highest load: " + outcome);
    }

    private String name() {
        return "'" + run.path("name").asText() + "'";
    }
}
