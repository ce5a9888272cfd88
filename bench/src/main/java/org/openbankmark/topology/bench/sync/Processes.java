package org.openbankmark.topology.bench.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs whole processes, and tells how long they took, in seconds.
 *
 * @param environment where the servers are
 */
record Processes(Path jar, Path launcher, Path directory, Map<String, String> environment) {

    /** sync-cli as {@code java -jar}. */
    double jar(String command, Path file, String... more) throws Exception {
        return timed(line(List.of(javaProgram(), "-jar", jar.toString()), command, file, more));
    }

    /** sync-cli by its launcher. */
    double launcher(String command, Path file, String... more) throws Exception {
        return timed(line(List.of(launcher.toString()), command, file, more));
    }

    /** A class of this benchmark. */
    double java(Class<?> main, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                javaProgram(),
                // As quiet as sync-cli.
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        line.addAll(List.of(arguments));
        return timed(line);
    }

    private static List<String> line(List<String> program, String command, Path file, String... more) {
        List<String> line = new ArrayList<>(program);
        line.addAll(List.of(command, "-f", file.toString(), "--timeout", "10m"));
        line.addAll(List.of(more));
        return line;
    }

    private static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private double timed(List<String> line) throws Exception {
        Path output = directory.resolve("output");
        ProcessBuilder process =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        process.environment().putAll(environment);
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        long start = System.nanoTime();
        int code = process.start().waitFor();
        long end = System.nanoTime();
        if (code != 0) {
            throw new IOException("exit " + code + " of " + line + ":\n" + Files.readString(output));
        }
        return (end - start) / 1e9;
    }
}
