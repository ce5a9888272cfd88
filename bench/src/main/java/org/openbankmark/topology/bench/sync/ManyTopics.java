package org.openbankmark.topology.bench.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Topologies of many topics, each with a record of its own. */
record ManyTopics(Path directory, int count) {

    Path file(String prefix) throws IOException {
        StringBuilder yaml = new StringBuilder(
                "topology: many\nnamespace: org.example\ndefaults: { partitions: 1, replicas: 1 }\nrecords:\n");
        for (int i = 0; i < count; i++) {
            yaml.append("  Rec")
                    .append(i)
                    .append(": { id: uuid, amount: long, from: string, to: string, note: string? }\n");
        }
        yaml.append("topics:\n");
        for (int i = 0; i < count; i++) {
            yaml.append("  ")
                    .append(prefix)
                    .append(i)
                    .append(": { type: Rec")
                    .append(i)
                    .append(", key: id, config: { retention.ms: 900000 } }\n");
        }
        return Files.writeString(directory.resolve(prefix + ".yaml"), yaml);
    }
}
