package org.openbankmark.bank.local.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A JVM that makes one archive, under a name that nobody uses: who starts meanwhile never meets half of one. */
final class ArchiveMaking {
    private final List<String> classPath;
    private final Path list;
    private final Path partial;
    private final Path log;

    ArchiveMaking(Path directory, String mark, List<String> classPath) {
        String own = mark + "." + ProcessHandle.current().pid();
        this.classPath = List.copyOf(classPath);
        this.list = directory.resolve(own + ".list");
        this.partial = directory.resolve(own + ".partial");
        this.log = directory.resolve(mark + ".log");
    }

    /** Gives the whole archive, which is the caller's to move. */
    Path run(Set<String> classes) throws IOException, InterruptedException {
        boolean made = false;
        Files.write(list, classes);
        try {
            Process process = new ProcessBuilder(command())
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            EndOfJvm end = EndOfJvm.runs(process::destroyForcibly);
            try {
                made = process.waitFor() == 0 && Files.exists(partial);
            } finally {
                process.destroyForcibly().waitFor();
                end.cancel();
            }
            if (!made) {
                throw new IOException("no archive of classes could be made for " + list.getFileName() + "; see " + log);
            }
            Files.delete(log);
            return partial;
        } finally {
            Files.deleteIfExists(list);
            if (!made) {
                Files.deleteIfExists(partial);
            }
        }
    }

    private List<String> command() {
        return List.of(
                "nice",
                "-n",
                "19",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:dump",
                "-Xmx512m",
                // Only this collector can write objects into an archive; the others read them.
                "-XX:+UseG1GC",
                "-XX:SharedClassListFile=" + list,
                "-XX:SharedArchiveFile=" + partial,
                "-cp",
                String.join(File.pathSeparator, classPath));
    }

    /** The name of a file without its ending. */
    static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
