package org.openbankmark.topology.sync.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import picocli.CommandLine.Option;

/** Which topology. */
final class FileOptions {
    static final String DEFAULT_FILE = "src/main/topology/topology.yaml";

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The topology file. Default: " + DEFAULT_FILE)
    private @Nullable Path file;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME",
            description = "Which of the topology's environments to lay over it. Default: none.")
    private @Nullable String environment;

    Path file() {
        return file == null ? Path.of(DEFAULT_FILE) : file;
    }

    boolean fileGiven() {
        return file != null;
    }

    Optional<String> environment() {
        return Optional.ofNullable(environment);
    }

    Topology load() throws InvalidTopologyException {
        return TopologyLoader.load(file(), environment());
    }
}
