package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openbankmark.bank.local.process.LogTail;

/** Runs bench/load, which is written in TypeScript: fetches by npm what it needs, compiles it, and starts it with Node. */
final class LoadTool {
    private static final int NODE = 20;
    private static final long END_SECONDS = 60;

    private final BankCommand bank;
    private final Path folder;

    LoadTool(BankCommand bank) {
        this.bank = bank;
        this.folder = bank.installation().root().resolve("bench/load");
    }

    /** Measures; gives the exit code. */
    int run(LoadTask task) throws InterruptedException {
        BankState state = bank.requireRunning();
        if (state.phase() != BankState.Phase.UP) {
            throw new LaunchException("the bank is not up yet. How it is: ./bank status");
        }
        return start(task);
    }

    /** Does without a bank that runs; gives the exit code. */
    int list(LoadTask task) throws InterruptedException {
        return start(task);
    }

    private int start(LoadTask task) throws InterruptedException {
        requireNode();
        Directories.make(bank.installation());
        Path log = bank.installation().logs().resolve("load-build.log");
        Path packages = folder.resolve("node_modules/.package-lock.json");
        if (modified(folder.resolve("package-lock.json")).isAfter(modified(packages))) {
            System.out.println("Fetching the browser and what else the load test needs, by npm; it takes a minute.");
            step(
                    List.of("npm", "ci", "--omit=dev", "--no-progress", "--loglevel=error"),
                    log,
                    "npm could not fetch what the load test needs");
        }
        Path main = folder.resolve("target/js/main.js");
        if (newestSource().isAfter(modified(main))) {
            step(List.of("npm", "run", "--silent", "build"), log, "the load test could not be compiled");
            touch(main);
        }
        return execute(
                List.of("node", main.toString(), task.json(bank.installation().home())));
    }

    private int execute(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            // Ctrl-C reaches both: this process waits until the other has kept what it measured.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitEnd(process), "end-of-load-test"));
            return process.waitFor();
        } catch (IOException e) {
            throw new LaunchException("node cannot be run: " + e.getMessage(), e);
        }
    }

    private static void awaitEnd(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void requireNode() throws InterruptedException {
        String needed = "The load test needs Node " + NODE + ".19, or 22.12 and newer, with npm: https://nodejs.org";
        try {
            Process process = new ProcessBuilder("node", "--version")
                    .redirectErrorStream(true)
                    .start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor();
            if (!version.matches("v\\d+\\..*") || Integer.parseInt(version.substring(1, version.indexOf('.'))) < NODE) {
                throw new LaunchException("node says that it is '" + version + "'. " + needed);
            }
        } catch (IOException e) {
            throw new LaunchException("there is no node on the PATH. " + needed, e);
        }
    }

    private void step(List<String> command, Path log, String otherwise) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new LaunchException(otherwise + ". " + LogTail.of(log));
            }
        } catch (IOException e) {
            throw new LaunchException(otherwise + ": " + e.getMessage() + ". Is npm on the PATH?", e);
        }
    }

    private Instant newestSource() {
        try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
            return Stream.concat(
                            files,
                            Stream.of(
                                    folder.resolve("tsconfig.json"),
                                    folder.resolve("tsconfig.build.json"),
                                    folder.resolve("package-lock.json")))
                    .map(LoadTool::modified)
                    .max(Instant::compareTo)
                    .orElse(Instant.MAX);
        } catch (IOException e) {
            throw new LaunchException("the load test is not in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** The beginning of time for what is not there. */
    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (NoSuchFileException missing) {
            return Instant.EPOCH;
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be looked at: " + e.getMessage(), e);
        }
    }

    /** The compiler leaves a file alone that came out the same. */
    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            throw new LaunchException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
