package org.openbankmark.topology.generator.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.output.Roots;
import org.openbankmark.topology.generator.testing.InMemoryJavac;
import org.openbankmark.topology.generator.work.Workers;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/** All that is generated from the text of a topology file. */
public final class GeneratedTopology {
    private final List<GeneratedFile> files;

    private GeneratedTopology(List<GeneratedFile> files) {
        this.files = files;
    }

    /** Generates, test support included, in memory. */
    public static GeneratedTopology of(String yaml) throws InvalidTopologyException {
        return of(yaml, Map.of());
    }

    /**
     * The same, with other files beside that one.
     *
     * @param besides their contents by their names
     */
    public static GeneratedTopology of(String yaml, Map<String, String> besides) throws InvalidTopologyException {
        try {
            Path directory = Files.createTempDirectory("topology");
            try {
                Path file = Files.writeString(directory.resolve("topology.yaml"), yaml);
                for (Map.Entry<String, String> beside : besides.entrySet()) {
                    Files.writeString(directory.resolve(beside.getKey()), beside.getValue());
                }
                GenerationRequest request = new GenerationRequest(
                        file,
                        Optional.empty(),
                        new Roots(directory, directory, directory),
                        directory,
                        EnumSet.allOf(Part.class),
                        "1.0",
                        "build");
                try (Workers workers = Workers.ofThisMachine()) {
                    Topology topology = TopologyLoader.load(file, Optional.empty());
                    return new GeneratedTopology(Emission.of(request, topology, slice -> false, workers).stream()
                            .flatMap(piece -> piece.files().orElseThrow().stream())
                            .toList());
                }
            } finally {
                Files.deleteIfExists(directory.resolve("topology.yaml"));
                for (String beside : besides.keySet()) {
                    Files.deleteIfExists(directory.resolve(beside));
                }
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<GeneratedFile> files() {
        return files;
    }

    /** The content of the file whose path ends so. */
    public String file(String end) {
        return files.stream()
                .filter(file -> file.path().endsWith(end))
                .map(GeneratedFile::content)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + end + " among "
                        + files.stream().map(GeneratedFile::path).toList()));
    }

    /** The same without the clients of single topics. */
    public GeneratedTopology withoutClients() {
        return new GeneratedTopology(files.stream()
                .filter(file -> !file.path().matches(".*(Producer|Consumer|Clients\\d*)\\.java"))
                .toList());
    }

    /** Compiles all of it, every warning an error; the resources are there too. */
    public ClassLoader compile() {
        ClassLoader classes = InMemoryJavac.strict().compile(files);
        return new ClassLoader(classes) {
            @Override
            public java.io.InputStream getResourceAsStream(String name) {
                return files.stream()
                        .filter(file -> file.path().equals(name))
                        .map(file -> (java.io.InputStream) new java.io.ByteArrayInputStream(
                                file.content().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                        .findFirst()
                        .orElseGet(() -> super.getResourceAsStream(name));
            }
        };
    }
}
