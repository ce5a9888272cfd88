package org.openbankmark.topology.sync.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.problem.Problem;
import org.openbankmark.topology.sync.SyncException;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.TopicState;

/**
 * A topology file that can be read. Clusters hold what the format refuses, which only its reader knows in full: the file is read
 * in a temporary folder, and without the topics of which that complains, until it is right.
 */
public final class Export {

    private Export() {}

    /**
     * The file of these topics.
     *
     * @throws SyncException if there is no right one, whatever is left out, or if the temporary folder cannot be written
     */
    public static Exported of(String name, SortedMap<String, TopicState> topics, RegistryState registry) {
        Map<String, String> without = new TreeMap<>();
        while (true) {
            Exported exported = Exporter.export(name, topics, registry, without);
            List<Problem> problems = problems(exported);
            if (problems.isEmpty()) {
                return exported;
            }
            int before = without.size();
            for (Problem problem : problems) {
                exported.topicsAt(problem.location())
                        .forEach(topic ->
                                without.putIfAbsent(topic, "no topology file can say it: " + problem.message()));
            }
            if (without.size() == before) {
                throw new SyncException(
                        "what is there makes no topology file, and nothing was written: "
                                + problems.get(0).message(),
                        null);
            }
        }
    }

    private static List<Problem> problems(Exported exported) {
        try {
            Path folder = Files.createTempDirectory("sync-cli-export");
            try {
                Path file = Files.writeString(folder.resolve("topology.yaml"), exported.yaml());
                for (Map.Entry<String, String> schema : exported.schemas().entrySet()) {
                    Path path = folder.resolve(schema.getKey());
                    Files.createDirectories(path.resolveSibling(""));
                    Files.writeString(path, schema.getValue());
                }
                TopologyLoader.load(file, Optional.empty());
                return List.of();
            } catch (InvalidTopologyException wrong) {
                return wrong.problems();
            } finally {
                delete(folder);
            }
        } catch (IOException failed) {
            throw new SyncException("the file cannot be checked in a temporary folder: " + failed.getMessage(), failed);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
