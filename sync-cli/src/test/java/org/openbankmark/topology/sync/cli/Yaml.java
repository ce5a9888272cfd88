package org.openbankmark.topology.sync.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Topology files of tests. */
final class Yaml {
    private final Path directory;

    Yaml(Path directory) {
        this.directory = directory;
    }

    /** A file with these topics and with records to choose from. */
    Path file(String name, String topics) {
        return write(name, """
                topology: test
                namespace: org.example
                defaults: { partitions: 1, replicas: 1 }
                records:
                  Paid: { id: string, amount: long }
                  Sent: { id: string, amount: long }
                topics:
                """ + topics.indent(2));
    }

    /** A file as it is. */
    Path write(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
