package org.openbankmark.topology.generator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbankmark.topology.generator.output.OutputException;
import org.openbankmark.topology.generator.output.Roots;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/** Whatever was edited since the last run: what is there afterwards is what a run into empty directories gives, byte for byte. */
class IncrementalGenerationTest {
    private static final int EDITS = 40;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterEachOfManyEditsAllIsAsIfMadeAnew(long seed) throws Exception {
        Random random = new Random(seed);
        RandomTopology topology = new RandomTopology(random);
        int valid = 0;
        for (int edit = 0; edit < EDITS; edit++) {
            RandomTopology next = new RandomTopology(topology);
            String edited = next.edit();
            write(next.yaml());
            if (random.nextInt(4) == 0) {
                disturb(random);
            }
            Path anew = directory.resolve("anew" + edit);
            try {
                generate(anew);
            } catch (InvalidTopologyException e) {
                continue;
            }
            topology = next;
            generate(directory.resolve("kept"));
            valid++;
            assertThat(contents(directory.resolve("kept")))
                    .as("edit %d: %s", edit, edited)
                    .isEqualTo(contents(anew));
        }
        assertThat(valid).isGreaterThan(EDITS / 2);
    }

    @Test
    void anEditOfOneRecordMakesOnlyWhatItCanChange() throws Exception {
        write("""
                topology: shop
                namespace: org.example
                records:
                  First: { id: uuid }
                  Second: { id: uuid, first: First }
                  Third: { id: uuid }
                topics:
                  first: { type: First, key: id }
                """);
        Path kept = directory.resolve("kept");
        generate(kept);
        // Any file that is looked into or written shows by its time: these are made again, byte for byte the same or
        // not.
        write(Files.readString(directory.resolve("topology.yaml"))
                .replace("First: { id: uuid }", "First: { id: uuid, n: int }"));

        List<String> written = generate(kept).changes().orElseThrow().written();

        assertThat(written)
                .contains("org/example/First.java", "org/example/Second.java")
                .noneMatch(path -> path.contains("Third") || path.contains("Producer") || path.contains("Clients"));
    }

    /** Removes or changes a generated file by hand, as a clean-up or a curious user does. */
    private void disturb(Random random) throws IOException {
        List<Path> files = generated(directory.resolve("kept"));
        if (files.isEmpty()) {
            return;
        }
        Path file = files.get(random.nextInt(files.size()));
        if (random.nextBoolean()) {
            Files.delete(file);
        } else {
            Files.writeString(file, Files.readString(file) + "// by hand\n");
        }
    }

    private GenerationResult generate(Path target) throws InvalidTopologyException, OutputException, IOException {
        return Generator.generate(new GenerationRequest(
                directory.resolve("topology.yaml"),
                Optional.empty(),
                new Roots(target.resolve("sources"), target.resolve("resources"), target.resolve("tests")),
                target.resolve("state"),
                EnumSet.allOf(Part.class),
                "1.0",
                "build"));
    }

    /** As if some time had passed since. */
    private void write(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("topology.yaml"), yaml);
        Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis() - 5_000));
    }

    private static SortedMap<String, String> contents(Path target) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (Path file : generated(target)) {
            contents.put(target.relativize(file).toString(), Files.readString(file));
        }
        return contents;
    }

    private static List<Path> generated(Path target) throws IOException {
        if (!Files.exists(target)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().endsWith("state"))
                    .sorted()
                    .toList();
        }
    }
}
