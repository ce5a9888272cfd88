package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows logs, also of what runs no more. */
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Shows the log of a service or server, or where all of them are.")
final class LogsCommand implements Callable<Integer> {
    private static final long LOOK_MILLISECONDS = 100;
    private static final long MOST_BYTES = 4L << 20;

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private BankCommand bank;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "bank, sync, kafka, registry, postgres, heartbeat, …; without it, where they are.")
    private @Nullable String service;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "How many of the last lines; 50.")
    private int lines = 50;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as more comes, until Ctrl-C.")
    private boolean follow;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Path> logs = logs();
        if (service == null) {
            if (logs.isEmpty()) {
                System.out.println("There are no logs yet. Start the bank: ./bank up");
            }
            logs.forEach((name, path) -> System.out.printf("  %-19s %s%n", name, path));
            return ExitCode.DONE;
        }
        Path log = logs.get(service);
        if (log == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no log of '" + service + "', only of " + String.join(", ", logs.keySet()));
        }
        show(log);
        return ExitCode.DONE;
    }

    private Map<String, Path> logs() throws IOException {
        Map<String, Path> logs = new TreeMap<>();
        Path data = bank.installation().data();
        put(logs, "registry", data.resolve("registry/registry.log"));
        put(logs, "postgres", data.resolve("postgres/postgres.log"));
        for (int broker = 1; Files.exists(data.resolve("kafka/broker-" + broker)); broker++) {
            put(logs, "kafka-" + broker, data.resolve("kafka/broker-" + broker + "/broker.log"));
        }
        if (logs.containsKey("kafka-1") && !logs.containsKey("kafka-2")) {
            put(logs, "kafka", data.resolve("kafka/broker-1/broker.log"));
            logs.remove("kafka-1");
        }
        if (Files.isDirectory(bank.installation().logs())) {
            try (Stream<Path> files = Files.list(bank.installation().logs())) {
                files.filter(file -> file.toString().endsWith(".log"))
                        .forEach(file -> put(logs, file.getFileName().toString().replaceFirst("\\.log$", ""), file));
            }
        }
        return logs;
    }

    private static void put(Map<String, Path> logs, String name, Path file) {
        if (Files.isRegularFile(file)) {
            logs.put(name, file);
        }
    }

    private void show(Path path) throws IOException, InterruptedException {
        try (RandomAccessFile log = new RandomAccessFile(path.toFile(), "r")) {
            // The last lines of a log that may be huge.
            log.seek(Math.max(0, log.length() - MOST_BYTES));
            String text = rest(log);
            List<String> all = text.lines().toList();
            all.subList(Math.max(0, all.size() - lines), all.size()).forEach(System.out::println);
            while (follow) {
                System.out.print(rest(log));
                System.out.flush();
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
            }
        }
    }

    private static String rest(RandomAccessFile log) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, log.length() - log.getFilePointer())];
        log.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
