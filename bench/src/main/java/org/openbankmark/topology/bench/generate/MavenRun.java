package org.openbankmark.topology.bench.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Maven process.
 *
 * @param wholeMillis from its start to its end
 * @param goalMillis inside the goal, where the plugin tells it
 */
record MavenRun(long wholeMillis, OptionalLong goalMillis) {
    private static final Pattern GOAL_TIME = Pattern.compile("\\(([0-9]+) ms\\)");

    /**
     * Runs {@code generate-sources}, with a local repository of its own that has all it needs after a first run.
     *
     * @throws IOException if it fails, with the end of its output
     */
    static MavenRun in(Path project, Path settings, Path localRepository) throws IOException, InterruptedException {
        Path log = project.resolve("maven.log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        "mvn",
                        "--batch-mode",
                        "--settings",
                        settings.toString(),
                        "-Dmaven.repo.local=" + localRepository,
                        "generate-sources")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int exit = process.waitFor();
        long millis = (System.nanoTime() - start) / 1_000_000;
        List<String> lines = Files.readAllLines(log);
        if (exit != 0) {
            throw new IOException("Maven failed in " + project + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size())));
        }
        return new MavenRun(millis, goalMillis(lines));
    }

    private static OptionalLong goalMillis(List<String> lines) {
        for (String line : lines) {
            Matcher time = GOAL_TIME.matcher(line);
            if (time.find()) {
                return OptionalLong.of(Long.parseLong(time.group(1)));
            }
        }
        return OptionalLong.empty();
    }
}
