package org.openbankmark.topology.generator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.generator.output.OutputException;
import org.openbankmark.topology.generator.output.Roots;
import org.openbankmark.topology.generator.pipeline.GenerationResult.Outcome;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/** From a topology file to files on the disk, again and again. */
class GeneratorTest {
    private static final String SHOP = """
            topology: shop
            namespace: org.example
            records:
              Placed: { id: uuid, cents: long }
              Shipped: { id: uuid }
            topics:
              placed: { type: Placed, key: id }
              shipped: { type: Shipped, key: id }
            environments:
              dev: { replicas: 1 }
            """;

    @TempDir
    Path directory;

    private Path topology;

    @BeforeEach
    void topology() throws IOException {
        topology = directory.resolve("topology.yaml");
        edit(SHOP);
    }

    @Test
    void generatesOnceAndThenHasNothingToDo() throws Exception {
        assertThat(generate().outcome()).isEqualTo(Outcome.GENERATED);
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void aFileThatIsOnlyTouchedIsNoChange() throws Exception {
        generate();
        Files.setLastModifiedTime(topology, FileTime.fromMillis(1_000_000));

        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void aCommentChangesNoFile() throws Exception {
        generate();
        SortedMap<Path, FileTime> before = times();
        edit("# A comment, so that all lines move.\n" + SHOP);

        assertThat(generate().outcome()).isEqualTo(Outcome.SAME_OUTPUT);
        assertThat(times()).isEqualTo(before);
    }

    @Test
    void anEditedRecordRewritesItsOwnFiles() throws Exception {
        generate();
        edit(SHOP.replace("Shipped: { id: uuid }", "Shipped: { id: uuid, weight: int }"));

        GenerationResult result = generate();

        assertThat(result.changes().orElseThrow().written())
                .containsExactlyInAnyOrder(
                        "org/example/Shipped.java",
                        "org/example/ShippedCodec.java",
                        "META-INF/topology/shop/schemas/org.example.Shipped.avsc",
                        "META-INF/topology/shop.json");
        assertThat(result.sentence()).isEqualTo("Wrote 4 files, removed 0, left 9 as they were");
    }

    @Test
    void eachPartOfTheConfigurationCounts() throws Exception {
        generate();

        assertThat(generate(EnumSet.noneOf(Part.class), Optional.empty(), "1.0", "build")
                        .changes()
                        .orElseThrow()
                        .removed())
                .hasSize(5);
        assertThat(generate(EnumSet.of(Part.TEST_SUPPORT), Optional.empty(), "1.0", "build")
                        .changes()
                        .orElseThrow()
                        .written())
                .hasSize(2);
        assertThat(generate(EnumSet.of(Part.TEST_SUPPORT), Optional.of("dev"), "1.0", "build")
                        .changes()
                        .orElseThrow()
                        .written())
                .hasSize(2);
        assertThat(generate(EnumSet.of(Part.TEST_SUPPORT), Optional.of("dev"), "1.0", "next")
                        .outcome())
                .isEqualTo(Outcome.SAME_OUTPUT);
        assertThat(generate(EnumSet.of(Part.TEST_SUPPORT), Optional.of("dev"), "1.1", "next")
                        .outcome())
                .isEqualTo(Outcome.GENERATED);
        assertThat(generate(EnumSet.of(Part.TEST_SUPPORT), Optional.of("dev"), "1.1", "next")
                        .outcome())
                .isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void theDescriptionTellsInWhichEnvironmentsTopicsHaveOtherPartitions() throws Exception {
        edit(SHOP + "  test: { partitions: 3, topics: { placed: { partitions: 6 } } }\n");
        generate();

        assertThat(contents(directory).get("target/resources/META-INF/topology/shop.json"))
                .containsIgnoringWhitespaces(
                        "\"environments\":{\"dev\":{},\"test\":{\"partitions\":{\"placed\":6,\"shipped\":3}}}");
    }

    @Test
    void importedFilesAndNewSchemasInAFolderCount() throws Exception {
        Files.writeString(
                directory.resolve("common.yaml"), "namespace: org.example\nrecords:\n  Common: { id: uuid }\n");
        Path avro = Files.createDirectory(directory.resolve("avro"));
        Files.writeString(avro.resolve("a.avsc"), schema("A"));
        settle(directory.resolve("common.yaml"), avro.resolve("a.avsc"), avro);
        edit("import: [common.yaml]\nschemas: [avro/*.avsc]\n" + SHOP);
        generate();
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);

        Files.writeString(
                directory.resolve("common.yaml"), "namespace: org.example\nrecords:\n  Common: { id: string }\n");
        settle(directory.resolve("common.yaml"));
        assertThat(generate().changes().orElseThrow().written()).contains("org/example/Common.java");

        Files.writeString(avro.resolve("b.avsc"), schema("B"));
        settle(avro.resolve("b.avsc"), avro);
        assertThat(generate().changes().orElseThrow().written()).contains("org/example/avro/B.java");

        Files.delete(avro.resolve("b.avsc"));
        settle(avro);
        assertThat(generate().changes().orElseThrow().removed()).contains("org/example/avro/B.java");
    }

    @Test
    void filesThatNameTheAnnotationInFullAreKnownAsGeneratedWithoutTheState() throws Exception {
        edit(SHOP.replace("records:", "types:\n  Generated: { enum: [A, B] }\nrecords:"));
        generate();
        try (Stream<Path> state = Files.list(directory.resolve("target/state"))) {
            for (Path file : state.toList()) {
                Files.delete(file);
            }
        }

        assertThat(generate(EnumSet.of(Part.CLIENTS), Optional.empty(), "1.1", "build")
                        .changes()
                        .orElseThrow()
                        .written())
                .contains("org/example/Generated.java");
    }

    @Test
    void mistakesTouchNoFile() throws Exception {
        generate();
        SortedMap<Path, FileTime> before = times();
        edit(SHOP.replace("cents: long", "cents: lon").replace("key: id", "key: ident"));

        assertThatThrownBy(this::generate)
                .isInstanceOfSatisfying(InvalidTopologyException.class, e -> assertThat(e.problems())
                        .hasSize(3));
        assertThat(times()).isEqualTo(before);
        edit(SHOP);
        assertThat(generate().outcome()).isIn(Outcome.UP_TO_DATE, Outcome.SAME_OUTPUT);
    }

    @Test
    void aFileThatChangesWhileItIsReadIsReadAgainNextTime() throws Exception {
        Files.setLastModifiedTime(topology, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        generate();

        assertThat(generate().outcome()).isEqualTo(Outcome.SAME_OUTPUT);

        settle(topology);
        generate();
        assertThat(generate().outcome()).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void sameInputInAnotherPlaceGivesTheSameBytes(@TempDir Path elsewhere) throws Exception {
        generate();
        SortedMap<String, String> here = contents(directory);
        topology = elsewhere.resolve("topology.yaml");
        directory = elsewhere;
        edit(SHOP);

        generate();

        assertThat(contents(elsewhere)).isEqualTo(here).hasSize(13);
    }

    private GenerationResult generate() throws InvalidTopologyException, OutputException, IOException {
        return generate(EnumSet.of(Part.CLIENTS), Optional.empty(), "1.0", "build");
    }

    private GenerationResult generate(Set<Part> parts, Optional<String> environment, String version, String build)
            throws InvalidTopologyException, OutputException, IOException {
        Path target = directory.resolve("target");
        return Generator.generate(new GenerationRequest(
                topology,
                environment,
                new Roots(target.resolve("sources"), target.resolve("resources"), target.resolve("tests")),
                target.resolve("state"),
                parts,
                version,
                build));
    }

    private void edit(String yaml) throws IOException {
        Files.writeString(topology, yaml);
        settle(topology);
    }

    /** Lets some time pass since files were edited, as it does between an edit and a build. */
    private static void settle(Path... files) throws IOException {
        for (Path file : files) {
            FileTime edited = Files.getLastModifiedTime(file);
            long millis = Math.min(edited.toMillis(), System.currentTimeMillis());
            Files.setLastModifiedTime(file, FileTime.fromMillis(millis - 5_000));
        }
    }

    private static String schema(String name) {
        return "{\"type\":\"record\",\"name\":\"" + name + "\",\"namespace\":\"org.example.avro\",\"fields\":[]}";
    }

    private SortedMap<Path, FileTime> times() throws IOException {
        SortedMap<Path, FileTime> times = new TreeMap<>();
        for (Path file : generated(directory)) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }

    private static SortedMap<String, String> contents(Path project) throws IOException {
        SortedMap<String, String> contents = new TreeMap<>();
        for (Path file : generated(project)) {
            contents.put(project.relativize(file).toString(), Files.readString(file));
        }
        return contents;
    }

    private static Iterable<Path> generated(Path project) throws IOException {
        try (Stream<Path> files = Files.walk(project.resolve("target"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().endsWith("state"))
                    .toList();
        }
    }
}
