package org.openbankmark.topology.generator.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.generator.testing.InMemoryJavac;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/**
 * The sources that come of a few topologies, to be read, and to see in a review what a change of the generator changes.
 *
 * <p>{@code mvn test -pl topology-maven-plugin -Dtest=GoldenSourcesTest -Dgolden.refresh=true} writes them anew.
 */
class GoldenSourcesTest {

    @TestFactory
    Stream<DynamicTest> sourcesAreTheGoldenOnesAndCompile() {
        return GoldenTopologies.files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path topologyFile) throws IOException, InvalidTopologyException {
        List<GeneratedFile> files = generate(topologyFile);
        InMemoryJavac.strict().compile(files);
        for (GeneratedFile file : files) {
            assertThat(file.content().lines().filter(line -> line.length() > 120))
                    .as(file.path())
                    .isEmpty();
        }
        Path folder = Path.of(topologyFile.toString().replace(".yaml", ""));
        if (Boolean.getBoolean("golden.refresh")) {
            refresh(folder, files);
        }
        Map<String, String> golden = read(folder);
        assertThat(files.stream().map(GeneratedFile::path)).containsExactlyInAnyOrderElementsOf(golden.keySet());
        for (GeneratedFile file : files) {
            assertThat(file.content().lines().toList())
                    .as(file.path())
                    .isEqualTo(golden.getOrDefault(file.path(), "").lines().toList());
        }
    }

    private static List<GeneratedFile> generate(Path file) throws InvalidTopologyException {
        Topology topology = GoldenTopologies.load(file);
        Origin origin = new Origin("topology-maven-plugin", topology.source());
        TypeFiles files = new TypeFiles(JavaNames.of(topology), origin, record -> List.of(), true);
        return TypeFiles.withFiles(topology.types()).stream()
                .flatMap(type -> files.emit(type).stream())
                .toList();
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return contents;
    }

    private static void refresh(Path folder, List<GeneratedFile> files) throws IOException {
        if (Files.exists(folder)) {
            for (String path : read(folder).keySet()) {
                Files.delete(folder.resolve(path));
            }
        }
        for (GeneratedFile file : files) {
            Path path = folder.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.content());
        }
    }
}
