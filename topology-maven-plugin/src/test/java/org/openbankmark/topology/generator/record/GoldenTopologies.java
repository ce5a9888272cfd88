package org.openbankmark.topology.generator.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/** The topologies in {@code src/test/golden}: each a file, beside a folder of the sources that come of it. */
final class GoldenTopologies {
    static final Path DIRECTORY = Path.of("src/test/golden");

    private GoldenTopologies() {}

    /** The files, in order. */
    static List<Path> files() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Topology load(Path file) {
        try {
            return TopologyLoader.load(file, Optional.empty());
        } catch (InvalidTopologyException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
