package org.openbankmark.topology.bench.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openbankmark.bank.local.process.DataDirectory;
import org.openbankmark.bank.local.process.Ports;

/** {@code ./bank} as it is built, with data and ports of its own. One thread. */
public final class LocalBank {
    private static final Duration ARCHIVES_LIMIT = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();
    // Such as "  kafka               127.0.0.1:9092                                 5.5 s".
    private static final Pattern PART = Pattern.compile("(?m)^ {2}(\\S.{17,18}) .* ([0-9.]+) s$");
    private static final String KAFKA_PORT = "BANK_KAFKA_PORT";
    private static final List<String> PORTS = List.of(
            KAFKA_PORT,
            "BANK_REGISTRY_PORT",
            "BANK_POSTGRES_PORT",
            "BANK_HEARTBEAT_PORT",
            "BANK_COMMAND_GENERATOR_PORT",
            "BANK_COMMAND_HANDLER_PORT",
            "BANK_GRAPHQL_PORT",
            "BANK_PACE_PORT");

    private final Path root;
    private final Path home;
    private final Map<String, String> environment = new HashMap<>();
    private volatile boolean up;

    /**
     * A bank that is not started.
     *
     * @param root of the project, where it is built
     * @param home for its data, in the place of {@code .bank}
     */
    public LocalBank(Path root, Path home) {
        this.root = root;
        this.home = home;
        List<Integer> free = Ports.free(PORTS.size());
        for (int i = 0; i < PORTS.size(); i++) {
            environment.put(PORTS.get(i), Integer.toString(free.get(i)));
        }
        environment.put("BANK_DIR", home.toString());
        // It is detached, and would outlive a benchmark that is ended, as by Ctrl-C.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-of-bank"));
    }

    private void end() {
        if (up) {
            try {
                down();
            } catch (IOException | InterruptedException failure) {
                System.err.println("the bank of this benchmark may run still. BANK_DIR=" + home + " "
                        + root.resolve("bank") + " down ends it: " + failure.getMessage());
            }
        }
    }

    /**
     * How it started.
     *
     * @param seconds of the whole command
     * @param parts seconds of each server and service, as the command tells them
     */
    public record Start(double seconds, Map<String, Double> parts) {}

    /** Sets a variable of its environment, such as those of the clients' settings; it counts from the next start on. */
    public LocalBank with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Starts it with one broker, and waits until it is healthy. */
    public Start up() throws IOException, InterruptedException {
        return up(1);
    }

    /** Starts it with so many brokers, which belong to its data from then on, and waits until it is healthy. */
    public Start up(int brokers) throws IOException, InterruptedException {
        environment.put(KAFKA_PORT, Integer.toString(Ports.freeBlock(brokers)));
        up = true;
        long from = System.nanoTime();
        String said = bank("up", "--detach", "--brokers", Integer.toString(brokers));
        double seconds = (System.nanoTime() - from) / 1e9;
        Map<String, Double> parts = new LinkedHashMap<>();
        Matcher part = PART.matcher(said);
        while (part.find()) {
            parts.put(part.group(1).strip(), Double.parseDouble(part.group(2)));
        }
        return new Start(seconds, parts);
    }

    /** Ends it; its data stay. */
    public void down() throws IOException, InterruptedException {
        bank("down");
        up = false;
    }

    /** Removes its data, and ends one that a killed benchmark left running on them; unlike {@code ./bank clean} it keeps the build's archives of classes. */
    public void removeData() throws IOException, InterruptedException {
        if (Files.exists(home.resolve("lock"))) {
            down();
        }
        DataDirectory.removeTree(home);
    }

    /** Whether archives of classes are still to be made: what was started now had none, as the first start after a build. */
    public boolean archivesAreDue() throws IOException {
        return Files.isDirectory(archives()) && unfinished(archives());
    }

    private Path archives() {
        return root.resolve("bank-local/target/archives");
    }

    /** Waits until the archives of classes are made, which the first start after a build begins. */
    public void awaitArchives() throws IOException, InterruptedException {
        long end = System.nanoTime() + ARCHIVES_LIMIT.toNanos();
        while (archivesAreDue()) {
            if (System.nanoTime() > end) {
                throw new IOException("the archives of classes in " + archives() + " are not finished after "
                        + ARCHIVES_LIMIT.toSeconds() + " s; see " + home.resolve("logs/bank.log"));
            }
            Thread.sleep(500);
        }
    }

    /** The class path of a program is written down until its archive is there. */
    private static boolean unfinished(Path archives) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(archives, "*.path")) {
            return files.iterator().hasNext();
        }
    }

    /** Sets how many commands come: a batch, a wait, and so on. */
    public void pace(int batchSize, int waitMillis) throws IOException, InterruptedException {
        bank("pace", "--batch-size", Integer.toString(batchSize), "--wait-ms", Integer.toString(waitMillis));
    }

    /** Megabytes of each of its processes, by name. */
    public Map<String, Double> memory() throws IOException {
        JsonNode state = JSON.readTree(home.resolve("state.json").toFile());
        Map<String, Double> megabytes = new LinkedHashMap<>();
        megabytes.put(
                "the bank's own process",
                Memory.megabytesAlone(state.path("process").path("pid").asLong()));
        for (JsonNode component : state.path("components")) {
            megabytes.put(
                    component.path("name").asText(),
                    Memory.megabytes(component.path("process").path("pid").asLong()));
        }
        return megabytes;
    }

    /** Seconds of a processor that each of its processes has taken, by name: what a start costs on a busy machine, too. */
    public Map<String, Double> processorTime() throws IOException {
        JsonNode state = JSON.readTree(home.resolve("state.json").toFile());
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (JsonNode component : state.path("components")) {
            ProcessHandle.of(component.path("process").path("pid").asLong())
                    .flatMap(process -> process.info().totalCpuDuration())
                    .ifPresent(time -> seconds.put(component.path("name").asText(), time.toMillis() / 1000.0));
        }
        return seconds;
    }

    /** Runs a load test to its end: the arguments of {@code ./bank load}. Its results are in {@link #loadResults()} then. */
    public void load(String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("load"));
        all.addAll(List.of(arguments));
        bank(all.toArray(String[]::new));
    }

    /** The file with the results of all its load tests. */
    public Path loadResults() {
        return home.resolve("load/results.json");
    }

    private String bank(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(root.resolve("bank").toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(line + " failed:\n" + said);
        }
        return said;
    }
}
