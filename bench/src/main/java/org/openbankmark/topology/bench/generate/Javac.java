package org.openbankmark.topology.bench.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compiles what was generated, in a process of its own. */
final class Javac {
    private Javac() {}

    /** Seconds of the whole process. */
    static double seconds(Path project) throws IOException, InterruptedException {
        Path target = project.resolve("target");
        Path files = target.resolve("sources.txt");
        try (Stream<Path> generated = Files.walk(target)) {
            Files.writeString(
                    files,
                    generated
                            .map(Path::toString)
                            .filter(path -> path.endsWith(".java"))
                            .collect(Collectors.joining("\n")));
        }
        Path log = target.resolve("javac.log");
        long start = System.nanoTime();
        int code = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-J-Xmx2g",
                        "-proc:none",
                        "-nowarn",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        target.resolve("javac").toString(),
                        "@" + files))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            String said = Files.readString(log, StandardCharsets.UTF_8);
            throw new IOException("javac failed:\n" + said.substring(0, Math.min(2_000, said.length())));
        }
        return seconds;
    }
}
