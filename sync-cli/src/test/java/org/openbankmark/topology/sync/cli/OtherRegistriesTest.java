package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;

/** Registries that name subjects by context or alias, as Confluent's does, and one that keeps schemas in an order of its own. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherRegistriesTest {
    private static final ObjectMapper SORTED =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    @TempDir
    private static Path directory;

    private String brokers;
    private String registry;
    private Live live;

    @BeforeAll
    void servers(KafkaCluster kafka, SchemaRegistryServer server) {
        brokers = kafka.bootstrapServers();
        registry = server.url();
        live = new Live(brokers, registry);
    }

    @AfterAll
    void close() {
        live.close();
    }

    private Path file(String topic) {
        return new Yaml(directory).file(topic + ".yaml", topic + ": { type: Paid }");
    }

    private Path applied(String topic) {
        Path file = file(topic);
        Cli.Ran ran = live.cli.run("apply", "-f", file);
        assertThat(ran.code()).as(ran.all()).isZero();
        return file;
    }

    /** All names of subjects in an answer changed, in the list and in versions. */
    private static UnaryOperator<JsonNode> naming(UnaryOperator<String> name) {
        return answer -> {
            if (answer instanceof ObjectNode version && version.has("subject")) {
                return version.put("subject", name.apply(version.path("subject").asText()));
            }
            if (answer.isArray() && answer.path(0).isTextual()) {
                ArrayNode names = JsonNodeFactory.instance.arrayNode();
                answer.forEach(each -> names.add(name.apply(each.asText())));
                return names;
            }
            return answer;
        };
    }

    private Cli.Ran run(String path, UnaryOperator<JsonNode> change, Object... arguments) throws Exception {
        try (ChangingRegistry changing = new ChangingRegistry(registry, path, change)) {
            return Cli.of(brokers, changing.url()).run(arguments);
        }
    }

    private void inSyncAlsoWithDeletions(String path, UnaryOperator<JsonNode> change, Path file, String names)
            throws Exception {
        Cli.Ran plan = run(path, change, "plan", "-f", file, "--fail-on-changes", "--allow-delete=" + names);
        assertThat(plan.code()).as(plan.all()).isZero();
        assertThat(plan.out()).doesNotContain("registry-list-cut").doesNotContain(":.");
    }

    @Test
    void subjectsOfTheContextInTheAddressAreTheFilesOwn() throws Exception {
        Path file = applied("framed");
        inSyncAlsoWithDeletions(
                "/contexts/.staging",
                naming(subject -> ":.staging:" + subject),
                file,
                "*framed*,:.staging:framed-value");
    }

    @Test
    void subjectsOfOtherContextsAreNotDeleted() throws Exception {
        Path file = applied("unstaged");
        live.subjects.register("unstaged_elsewhere-value", Live.paid());
        inSyncAlsoWithDeletions(
                "",
                naming(subject -> subject.equals("unstaged_elsewhere-value") ? ":.other:" + subject : subject),
                file,
                "*unstaged*");
    }

    @Test
    void theSubjectThatAnAliasStandsForIsNotDeleted() throws Exception {
        Path file = applied("aliased");
        inSyncAlsoWithDeletions(
                "",
                naming(subject -> subject.equals("aliased-value") ? "acme.aliased" : subject),
                file,
                "acme.aliased,*aliased*");
    }

    @Test
    void aSubjectThatOnlyAnotherContextHasIsMissing() throws Exception {
        Path file = applied("substituted");
        UnaryOperator<JsonNode> elsewhere =
                naming(subject -> subject.equals("substituted-value") ? ":.other:" + subject : subject);

        Cli.Ran plan = run("", elsewhere, "plan", "-f", file, "--fail-on-changes", "-o", "json");
        assertThat(plan.code()).as(plan.all()).isEqualTo(ExitCode.CHANGES);
        assertThat(plan.out()).contains("register-schema:substituted-value");

        Cli.Ran verified = run("", elsewhere, "verify", "-f", file);
        assertThat(verified.code()).as(verified.all()).isEqualTo(ExitCode.CHANGES);
        assertThat(verified.out()).contains("schema-missing");
    }

    @Test
    void aRegistryThatOrdersTheMembersOfSchemasGetsInSync() throws Exception {
        Path file = new Yaml(directory).write("ordered.yaml", """
                topology: test
                namespace: org.example
                defaults: { partitions: 1, replicas: 1 }
                records:
                  Rated: { id: string, rates: { type: map<long>, default: { z: 1, a: 2 } } }
                topics: { ordered: { type: Rated } }
                """);
        UnaryOperator<JsonNode> ordered = answer -> answer instanceof ObjectNode version && version.has("schema")
                ? version.put("schema", ordered(version.path("schema").asText()))
                : answer;

        Cli.Ran applied = run("", ordered, "apply", "-f", file);
        assertThat(applied.code()).as(applied.all()).isZero();
        Cli.Ran plan = run("", ordered, "plan", "-f", file, "--fail-on-changes");
        assertThat(plan.code()).as(plan.all()).isZero();

        live.subjects.register(
                "ordered-value",
                "{\"type\":\"record\",\"name\":\"Rated\",\"namespace\":\"org.example\",\"fields\":["
                        + "{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"tip\",\"type\":\"long\",\"default\":0}]}");
        Cli.Ran newer = run("", ordered, "plan", "-f", file);
        assertThat(newer.out()).as(newer.all()).contains("newer-version").contains("the file's schema is version 1");
    }

    private static String ordered(String schema) {
        try {
            return SORTED.writeValueAsString(SORTED.readValue(schema, Object.class));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
