package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openbankmark.bank.local.process.ClassArchives;
import org.openbankmark.bank.local.process.LogTail;

/** Runs sync-cli, so that Kafka and the registry have what the topology says. */
final class Sync {
    private final Installation installation;
    private final String brokers;
    private final String registry;

    Sync(Installation installation, String brokers, String registry) {
        this.installation = installation;
        this.brokers = brokers;
        this.registry = registry;
    }

    /** Runs it with this process's own input and output, and with these of its arguments; gives its exit code. */
    int run(List<String> given) throws InterruptedException {
        return execute(given, Redirect.INHERIT);
    }

    /** Makes all topics and schemas; its output goes to a log. */
    void apply() throws InterruptedException {
        Path log = installation.logs().resolve("sync.log");
        int code = execute(List.of(), Redirect.to(log.toFile()));
        if (code != 0) {
            throw new LaunchException("topics and schemas could not be made (sync-cli ended with exit code " + code
                    + "). " + LogTail.of(log));
        }
    }

    private int execute(List<String> given, Redirect output) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        ClassArchives.configured()
                .ifPresent(archives -> command.addAll(archives.options("sync-cli", List.of(installation.syncCli()))));
        command.addAll(List.of("-jar", installation.syncCli().toString()));
        command.addAll(SyncArguments.of(given, installation.topology()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output);
        if (output.equals(Redirect.INHERIT)) {
            builder.redirectError(output).redirectInput(Redirect.INHERIT);
        } else {
            builder.redirectErrorStream(true);
        }
        builder.environment().put("KAFKA_BROKERS", brokers);
        builder.environment().put("SCHEMA_REGISTRY_URL", registry);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new LaunchException("sync-cli cannot be run: " + e.getMessage(), e);
        }
    }
}
