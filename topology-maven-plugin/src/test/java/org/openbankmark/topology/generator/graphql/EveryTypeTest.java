package org.openbankmark.topology.generator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.pipeline.GeneratedTopology;
import org.openbankmark.topology.generator.testing.InMemoryJavac;
import org.openbankmark.topology.graphql.input.InputValue;

/**
 * GraphQL over a topology with every type of the format: compiled, executed, sent and shown again.
 *
 * <p>{@code -Dgolden.refresh=true} writes the golden files anew.
 */
class EveryTypeTest {
    private static final Path GOLDEN = Path.of("src/test/golden-graphql");

    @Test
    void theSchemaAndTheWiringAreTheGoldenOnes() throws Exception {
        for (GeneratedFile file : generated()) {
            if (!file.path().endsWith("GraphQl.java") && !file.path().endsWith(".graphqls")) {
                continue;
            }
            Path golden = GOLDEN.resolve("every-type").resolve(file.path().replaceAll(".*/", "") + ".txt");
            if (Boolean.getBoolean("golden.refresh")) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, file.content());
            }
            assertThat(file.content()).as(file.path()).isEqualTo(Files.readString(golden));
        }
    }

    @Test
    void whatAMutationSendsASubscriptionShows() throws Exception {
        List<GeneratedFile> files = new ArrayList<>(generated());
        files.add(new GeneratedFile(
                GeneratedFile.Kind.JAVA,
                "org/example/shop/Scenario.java",
                Files.readString(GOLDEN.resolve("Scenario.java")),
                "test"));
        String sdl = files.stream()
                .filter(file -> file.path().endsWith(".graphqls"))
                .findFirst()
                .orElseThrow()
                .content();
        Method run = InMemoryJavac.lenient()
                .compile(files)
                .loadClass("org.example.shop.Scenario")
                .getMethod("run", String.class);

        List<?> answers = (List<?>) run.invoke(null, sdl);

        assertThat(String.valueOf(answers))
                .isEqualTo(Files.readString(GOLDEN.resolve("Scenario.txt")).strip());
    }

    /** Only an imported schema can have such unions. */
    @Test
    void aUnionOfOneBranchIsThatBranch() throws Exception {
        GeneratedTopology topology = GeneratedTopology.of("""
                topology: shop
                namespace: org.example.shop
                schemas: [legacy.avsc]
                records: { Done: { id: string } }
                topics:
                  legacy: { type: Legacy, key: id, replies: [done] }
                  done: { type: Done, key: id }
                graphql:
                  subscriptions: { legacy: { filter: [text] } }
                  mutations: [legacy]
                """, Map.of("legacy.avsc", """
                {"type": "record", "name": "Legacy", "namespace": "org.example.shop", "fields": [
                  {"name": "id", "type": "string"},
                  {"name": "text", "type": ["string"]},
                  {"name": "number", "type": ["long"]},
                  {"name": "nothing", "type": ["null"]},
                  {"name": "labels", "type": [{"type": "map", "values": ["int"]}]},
                  {"name": "tags", "type": {"type": "array", "items": ["string"]}}]}
                """));
        Class<?> wiring = topology.compile().loadClass("org.example.shop.LegacyGraphQl");

        Object record = wiring.getMethod("read", InputValue.class)
                .invoke(
                        null,
                        InputValue.of(
                                "input",
                                Map.of(
                                        "id",
                                        "i",
                                        "text",
                                        "t",
                                        "number",
                                        7L,
                                        "labels",
                                        List.of(Map.of("key", "k", "value", 1)),
                                        "tags",
                                        List.of("a"))));

        assertThat(topology.file(".graphqls"))
                .contains("  text: String!", "  number: Long!", "  nothing: Boolean\n")
                .contains("  labels: [IntEntry!]!", "  tags: [String!]!");
        assertThat(record)
                .hasFieldOrPropertyWithValue("text", "t")
                .hasFieldOrPropertyWithValue("number", 7L)
                .hasFieldOrPropertyWithValue("nothing", null)
                .hasFieldOrPropertyWithValue("labels", Map.of("k", 1))
                .hasFieldOrPropertyWithValue("tags", List.of("a"));
        assertThat(topology.file("/LegacyGraphQl.java")).contains("Outputs.entries(record$.getLabels())");
    }

    private static List<GeneratedFile> generated() throws Exception {
        GeneratedTopology topology = GeneratedTopology.of(Files.readString(GOLDEN.resolve("every-type.yaml")));
        topology.compile();
        return topology.files();
    }
}
