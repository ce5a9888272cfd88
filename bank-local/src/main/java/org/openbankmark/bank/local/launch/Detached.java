package org.openbankmark.bank.local.launch;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openbankmark.bank.local.process.ClassArchives;

/** Starts the process that is the running bank, such that neither Ctrl-C nor the end of the terminal reaches it. */
final class Detached {
    // Job control gives it a process group of its own, which a terminal's Ctrl-C does not go to.
    private static final String SCRIPT = "set -m; trap '' HUP; \"$@\" </dev/null >\"$BANK_LOG\" 2>&1 & echo $!";

    private Detached() {}

    private static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
    }

    /** Gives a follower from its first word. Changes nothing of a bank that another {@code up} starts at this moment. */
    static Follower start(Installation installation, BankPlan plan, int brokers, PrintStream out) {
        // A log of this start's own, which becomes the bank's when its process has the bank's lock.
        Path log = installation
                .logs()
                .resolve("bank.log." + ProcessHandle.current().pid());
        List<String> command = new ArrayList<>(List.of("bash", "-c", SCRIPT, "bank"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m"));
        if (plan.classArchives()) {
            command.addAll(new ClassArchives(installation.archives()).options("supervise", classPath()));
            command.add("-D" + ClassArchives.PROPERTY + "=" + installation.archives());
        }
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-Dbank.root=" + installation.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "supervise",
                "--brokers=" + brokers,
                "--log=" + log));
        try {
            Files.write(log, new byte[0]);
            RandomAccessFile said = new RandomAccessFile(log.toFile(), "r");
            return new Follower(installation, run(command, installation, log), said, out);
        } catch (IOException e) {
            throw new LaunchException("the bank's process could not be started: " + e.getMessage(), e);
        }
    }

    private static ProcessMark run(List<String> command, Installation installation, Path log) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(Redirect.INHERIT);
        builder.environment().put("BANK_LOG", log.toString());
        builder.environment().put("BANK_DIR", installation.home().toString());
        Process shell = builder.start();
        try (BufferedReader said = shell.inputReader()) {
            String pid = said.readLine();
            if (pid == null || !pid.matches("\\d+")) {
                throw new LaunchException("the bank's process could not be started by bash");
            }
            return ProcessMark.of(Long.parseLong(pid));
        }
    }
}
