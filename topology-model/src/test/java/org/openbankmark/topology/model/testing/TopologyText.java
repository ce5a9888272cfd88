package org.openbankmark.topology.model.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/** Loads topologies that a test has inline. */
public final class TopologyText {

    private TopologyText() {}

    public static Topology load(Path folder, String yaml) throws IOException, InvalidTopologyException {
        return TopologyLoader.load(write(folder, yaml), Optional.empty());
    }

    public static Path write(Path folder, String yaml) throws IOException {
        Path file = folder.resolve("topology.yaml");
        Files.writeString(file, yaml, StandardCharsets.UTF_8);
        return file;
    }
}
