package org.openbankmark.topology.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of the load test, as its file of results tells it (docs/load-results.md).
 *
 * @param file for messages
 */
record LoadRun(Path file, JsonNode run) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern HIGHEST = Pattern.compile("highest load with p99 under \\d+ ms: (\\d+) messages/s");
    private static final String NONE = "no load held";

    /** The one that ended last. */
    static LoadRun lastOf(Path file) throws IOException {
        JsonNode runs = JSON.readTree(file.toFile()).path("runs");
        if (runs.isEmpty()) {
            throw new IOException("there is no run in " + file);
        }
        return new LoadRun(file, runs.get(runs.size() - 1));
    }

    /**
     * A figure of its latencies at one load, in milliseconds.
     *
     * @param name such as {@code mean} or {@code p99}
     * @throws IOException where it was not measured, or too seldom to tell
     */
    double latency(int load, String name) throws IOException {
        for (JsonNode point : run.path("points")) {
            JsonNode figure = point.path("latency_ms").path(name);
            if (point.path("load").asInt() == load && figure.isNumber()) {
                return figure.asDouble();
            }
        }
        throw new IOException("the run " + name() + " in " + file + " has no " + name + " at " + load + " messages/s");
    }

    /** What the search for the highest load found, in messages a second; 0 where none held. */
    double highest() throws IOException {
        String outcome = run.path("outcome").asText();
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
