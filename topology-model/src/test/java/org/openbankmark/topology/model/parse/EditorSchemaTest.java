package org.openbankmark.topology.model.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.config.TopicSettings;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.testing.Cases;
import org.openbankmark.topology.model.testing.YamlJson;
import org.openbankmark.topology.model.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON Schema that editors use, and the parser, must know the same format. */
class EditorSchemaTest {
    private final String text = read();
    private final JsonNode json = JsonMapper.shared().readTree(text);
    private final Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text, InputFormat.JSON);

    @TestFactory
    Stream<DynamicTest> everyGoodCaseIsValid() {
        return Cases.good().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertThat(validate(file))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> mistakesOfShapeAreInvalidForEditorsToo() {
        return Stream.of(
                        "root-is-a-list",
                        "root-is-a-text",
                        "unknown-key",
                        "unknown-topic-key",
                        "unknown-field-key",
                        "missing-topology-and-namespace",
                        "records-is-a-list",
                        "record-is-a-text",
                        "record-name",
                        "field-name",
                        "field-without-type",
                        "field-long-form-without-type",
                        "field-is-a-list",
                        "flag-is-yes",
                        "topic-is-a-text",
                        "topic-names",
                        "key-is-a-mapping",
                        "key-list-empty",
                        "compatibility-level",
                        "type-stands-twice",
                        "order-of-field",
                        "topology-name",
                        "namespace-with-dash",
                        "type-without-type",
                        "partitions",
                        "unknown-config",
                        "config-values",
                        "config-nested",
                        "services",
                        "graphql-shape",
                        "environments",
                        "defaults",
                        "deprecated-without-reason",
                        "injection-in-names",
                        "many-mistakes-at-once")
                .map(name -> DynamicTest.dynamicTest(
                        name, () -> assertThat(validate(Cases.bad(name))).isNotEmpty()));
    }

    @Test
    void bothKnowTheSameKeys() {
        Map<Grammar, String> places = Map.ofEntries(
                Map.entry(Grammar.TOPOLOGY, "/properties"),
                Map.entry(Grammar.DEFAULTS, "/properties/defaults/properties"),
                Map.entry(Grammar.TYPE, "/$defs/namedType/oneOf/1/properties"),
                Map.entry(Grammar.ENUM, "/$defs/namedType/oneOf/2/properties"),
                Map.entry(Grammar.RECORD, "/$defs/record/then/properties"),
                Map.entry(Grammar.FIELD, "/$defs/field/oneOf/1/properties"),
                Map.entry(Grammar.TOPIC, "/$defs/topic/properties"),
                Map.entry(Grammar.SERVICE, "/$defs/service/properties"),
                Map.entry(Grammar.GRAPHQL, "/$defs/graphql/properties"),
                Map.entry(Grammar.SUBSCRIPTION, "/$defs/subscription/properties"),
                Map.entry(Grammar.ENVIRONMENT, "/$defs/environment/properties"),
                Map.entry(Grammar.OVERLAY, "/$defs/overlay/properties"));
        for (Grammar grammar : Grammar.values()) {
            // An imported file has no schema of its own; its keys are some of the main file's.
            if (grammar == Grammar.IMPORTED) {
                assertThat(Grammar.TOPOLOGY.keys()).containsAll(grammar.keys());
            } else {
                assertThat(names(places.get(grammar))).as(grammar.name()).isEqualTo(new TreeSet<>(grammar.keys()));
            }
        }
    }

    @Test
    void bothKnowTheSameWords() {
        assertThat(words("/$defs/topic/properties/compatibility/enum"))
                .containsExactlyElementsOf(
                        Arrays.stream(Compatibility.values()).map(Enum::name).toList());
        assertThat(words("/$defs/field/oneOf/1/properties/order/enum"))
                .containsExactlyElementsOf(
                        Arrays.stream(FieldOrder.values()).map(Enum::name).toList());
        assertThat(names("/$defs/config/properties"))
                .isEqualTo(new TreeSet<>(TopicSettings.byName().keySet()));
    }

    private Set<String> names(String pointer) {
        return new TreeSet<>(json.at(pointer).propertyNames());
    }

    private List<String> words(String pointer) {
        return json.at(pointer)
                .valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::asString)
                .toList();
    }

    private List<String> validate(Path file) throws Exception {
        ProblemCollector problems = ProblemCollector.create();
        Source source = new Source(file.toString(), file, Files.readString(file));
        Optional<String> document = YamlReader.read(source, problems).map(YamlJson::of);
        assertThat(document).as("%s must be YAML", file).isPresent();
        return schema.validate(document.get(), InputFormat.JSON).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static String read() {
        try (InputStream in =
                EditorSchemaTest.class.getResourceAsStream("/org/openbankmark/topology/topology.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
