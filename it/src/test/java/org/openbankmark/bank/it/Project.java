package org.openbankmark.bank.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files are, seen from this module. */
final class Project {
    static final Path ROOT = root();

    private Project() {}

    static Path jar(String path) {
        Path jar = ROOT.resolve(path);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is not built: run 'mvn verify', or 'mvn package' before");
        }
        return jar;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static Path root() {
        try {
            return Path.of("..").toRealPath();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
