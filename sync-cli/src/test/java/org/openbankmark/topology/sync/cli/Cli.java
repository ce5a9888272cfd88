package org.openbankmark.topology.sync.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Runs commands in this JVM, as the jar does, with an environment of its own. */
final class Cli {
    private final Map<String, String> environment;

    Cli(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    static Cli of(String brokers, String registry) {
        return new Cli(Map.of("KAFKA_BROKERS", brokers, "SCHEMA_REGISTRY_URL", registry));
    }

    /** What a command did. */
    record Ran(int code, String out, String err) {
        /** All that a person sees. */
        String all() {
            return "exit " + code + "\n" + out + "\n" + err;
        }
    }

    /**
     * Runs a command beside the test, in a thread of its own: Java's HTTP client needs the common pool to get answers, which a
     * command that waits for them in that pool would hold up.
     */
    CompletableFuture<Ran> begin(Object... arguments) {
        return CompletableFuture.supplyAsync(() -> run(arguments), command -> {
            Thread thread = new Thread(command, "command");
            thread.setDaemon(true);
            thread.start();
        });
    }

    Ran run(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        Surroundings surroundings = new Surroundings(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                false);
        int code = SyncCli.run(surroundings, texts.toArray(String[]::new));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
