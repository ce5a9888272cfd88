package org.openbankmark.topology.bench.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Maven project of so many records, and the edit of one of them. */
abstract class SyntheticProject {
    private final Path directory;

    private SyntheticProject(Path directory) {
        this.directory = directory;
    }

    /** A project whose POM has nothing to do: what Maven itself costs. */
    static SyntheticProject empty(Path directory) throws IOException {
        SyntheticProject project = new SyntheticProject(directory) {
            @Override
            void edit(int version) {}
        };
        project.pom("");
        return project;
    }

    /** A topology of so many records, a topic for each, with all clients. */
    static SyntheticProject topology(Path directory, String version, int records) throws IOException {
        SyntheticProject project = new SyntheticProject(directory) {
            @Override
            void edit(int version) throws IOException {
                write("src/main/topology/topology.yaml", topologyFile(records, version));
            }
        };
        project.pom(plugin("org.openbankmark", "topology-maven-plugin", version, "generate", ""));
        project.edit(0);
        return project;
    }

    /** The same records as Avro schemas, a file for each, for avro-maven-plugin. */
    static SyntheticProject avro(Path directory, String version, int records) throws IOException {
        SyntheticProject project = new SyntheticProject(directory) {
            @Override
            void edit(int version) throws IOException {
                write("src/main/avro/Thing0.avsc", schema(0, version));
            }
        };
        project.pom(plugin(
                "org.apache.avro",
                "avro-maven-plugin",
                version,
                "schema",
                "<configuration><stringType>String</stringType><fieldVisibility>private</fieldVisibility>"
                        + "<enableDecimalLogicalType>true</enableDecimalLogicalType></configuration>"));
        for (int i = 0; i < records; i++) {
            project.write("src/main/avro/Thing" + i + ".avsc", schema(i, 0));
        }
        return project;
    }

    /** Adds a field to one record; each version has another. */
    abstract void edit(int version) throws IOException;

    final Path directory() {
        return directory;
    }

    final void write(String path, String content) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private void pom(String plugins) throws IOException {
        // Where it ends, Maven looks no further up for a .mvn: the options of whoever builds this benchmark are not a
        // user's.
        Files.createDirectories(directory.resolve(".mvn"));
        write("pom.xml", """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>org.example</groupId>
                  <artifactId>measured</artifactId>
                  <version>1</version>
                  <properties><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
                  <build><plugins>%s</plugins></build>
                </project>
                """.formatted(plugins));
    }

    private static String plugin(String group, String name, String version, String goal, String configuration) {
        return """
                <plugin>
                  <groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>
                  <executions><execution><goals><goal>%s</goal></goals>%s</execution></executions>
                </plugin>
                """.formatted(group, name, version, goal, configuration);
    }

    private static String topologyFile(int records, int version) {
        StringBuilder yaml = new StringBuilder("topology: measured\nnamespace: org.example.measured\n\nrecords:\n");
        for (int i = 0; i < records; i++) {
            yaml.append("  Thing")
                    .append(i)
                    .append(":\n    doc: The thing of number ")
                    .append(i)
                    .append(".\n    fields:\n");
            yaml.append("      id: string\n");
            yaml.append("      at: timestamp-millis\n");
            yaml.append("      name: { type: string, doc: \"what people call it\" }\n");
            yaml.append("      cents: long\n");
            yaml.append("      price: decimal(12,2)\n");
            yaml.append("      note: \"string?\"\n");
            yaml.append("      tags: \"string[]\"\n");
            if (i == 0 && version > 0) {
                yaml.append("      added").append(version).append(": { type: int, default: 0 }\n");
            }
        }
        yaml.append("\ntopics:\n");
        for (int i = 0; i < records; i++) {
            yaml.append("  thing_")
                    .append(i)
                    .append(": { type: Thing")
                    .append(i)
                    .append(", key: id, partitions: 9 }\n");
        }
        return yaml.toString();
    }

    private static String schema(int i, int version) {
        String added = version == 0 ? "" : """
                ,
                    {"name": "added%d", "type": "int", "default": 0}""".formatted(version);
        return """
                {"type": "record", "name": "Thing%1$d", "namespace": "org.example.measured", "doc": "The thing of number %1$d.",
                  "fields": [
                    {"name": "id", "type": "string"},
                    {"name": "at", "type": {"type": "long", "logicalType": "timestamp-millis"}},
                    {"name": "name", "type": "string", "doc": "what people call it"},
                    {"name": "cents", "type": "long"},
                    {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}},
                    {"name": "note", "type": ["null", "string"], "default": null},
                    {"name": "tags", "type": {"type": "array", "items": "string"}}%2$s
                  ]}
                """.formatted(i, added);
    }
}
