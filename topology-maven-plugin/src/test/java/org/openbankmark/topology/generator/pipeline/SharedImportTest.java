package org.openbankmark.topology.generator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.generator.output.OutputException;
import org.openbankmark.topology.generator.output.Roots;
import org.openbankmark.topology.generator.pipeline.GenerationResult.Outcome;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/** Two topologies of one module that import one file, generated into the same directories. */
class SharedImportTest {
    private static final String COMMON = """
            namespace: org.example.common
            records:
              Money: { cents: long }
              Rate: { percent: int }
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void files() throws IOException {
        edit("shared/common.yaml", COMMON);
        edit("shared/avro/Address.avsc", """
                {"type":"record","name":"Address","namespace":"org.example.avro","fields":[
                  {"name":"street","type":"string"}]}""");
        for (String name : List.of("shop", "billing")) {
            edit(name + ".yaml", """
                    topology: NAME
                    namespace: org.example.NAME
                    import: [shared/common.yaml]
                    schemas: [shared/avro/*.avsc]
                    records:
                      Paid: { id: uuid, money: Money, to: org.example.avro.Address }
                    topics:
                      paid: { type: Paid, key: id }
                    """.replace("NAME", name));
        }
    }

    @Test
    void typesNameTheFileTheyStandInAndBothTopologiesMayHaveThem() throws Exception {
        generate("shop");
        FileTime written = Files.getLastModifiedTime(source("common/Money.java"));
        generate("billing");

        assertThat(source("common/Money.java")).content().contains("\"shared/common.yaml, records.Money\"");
        assertThat(source("avro/Address.java")).content().contains("\"shared/avro/Address.avsc, ");
        assertThat(source("shop/Paid.java")).content().contains("\"shop.yaml, records.Paid\"");
        assertThat(Files.getLastModifiedTime(source("common/Money.java"))).isEqualTo(written);
        assertThat(generate("shop")).isEqualTo(Outcome.UP_TO_DATE);
        assertThat(generate("billing")).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void anEditOfWhatTheyShareReachesBothWhicheverIsGeneratedFirst() throws Exception {
        List<String> order = List.of("shop", "billing");
        generate("shop");
        generate("billing");
        for (String type : List.of("int", "string")) {
            edit("shared/common.yaml", COMMON.replace("long", type));
            for (String name : order) {
                generate(name);
            }
            assertThat(source("common/Money.java"))
                    .content()
                    .contains(type.equals("int") ? "int cents" : "String cents");
            for (String name : order) {
                assertThat(generate(name)).isEqualTo(Outcome.UP_TO_DATE);
            }
            order = List.of("billing", "shop");
        }
        edit("shared/common.yaml", COMMON.replaceAll("  Rate.*\n", ""));

        generate("billing");
        assertThat(source("common/Rate.java")).exists();
        generate("shop");

        assertThat(source("common/Rate.java")).doesNotExist();
        assertThat(source("common/Money.java")).exists();
    }

    @Test
    void anotherVersionOfTheGeneratorMakesAllAnew() throws Exception {
        generate("shop");
        generate("billing");

        generate("shop", "1.1");
        generate("billing", "1.1");

        assertThat(source("common/Money.java")).content().contains("topology-maven-plugin 1.1");
        assertThat(generate("shop", "1.1")).isEqualTo(Outcome.UP_TO_DATE);
    }

    @Test
    void aTypeThatOneOfThemNeedsToBeAnotherIsRefused() throws Exception {
        generate("shop");
        generate("billing");
        String yaml = Files.readString(directory.resolve("shop.yaml"));
        edit("shop.yaml", yaml + "  events: { type: [Money, Rate] }\n");

        assertThatThrownBy(() -> generate("shop"))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining(
                        "Money.java is wanted for shared/common.yaml, records.Money of this topology, but ")
                .hasMessageContaining("billing.yaml generates it too, with other contents");
    }

    private Outcome generate(String name) throws InvalidTopologyException, OutputException, IOException {
        return generate(name, "1.0");
    }

    private Outcome generate(String name, String version)
            throws InvalidTopologyException, OutputException, IOException {
        Path target = directory.resolve("target");
        return Generator.generate(new GenerationRequest(
                        directory.resolve(name + ".yaml"),
                        Optional.empty(),
                        new Roots(target.resolve("sources"), target.resolve("resources"), target.resolve("tests")),
                        target.resolve("state"),
                        EnumSet.noneOf(Part.class),
                        version,
                        "build"))
                .outcome();
    }

    private Path source(String name) {
        return directory.resolve("target/sources/org/example").resolve(name);
    }

    /** As if some time had passed since. */
    private void edit(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        for (Path edited = file; !edited.equals(directory); edited = edited.getParent()) {
            Files.setLastModifiedTime(edited, FileTime.fromMillis(System.currentTimeMillis() - 5_000));
        }
    }
}
