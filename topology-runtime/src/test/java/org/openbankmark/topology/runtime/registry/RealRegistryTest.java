package org.openbankmark.topology.runtime.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.Transfer;
import org.openbankmark.topology.runtime.settings.Settings;

/** Against a real registry. */
@RealServers
class RealRegistryTest {
    private final RegistryHttp http;
    private final HttpSchemaRegistry registry;
    private final String subject = UUID.randomUUID() + "-value";

    RealRegistryTest(SchemaRegistryServer server) {
        this.http = new RegistryHttp(Settings.of(Map.of("schema.registry.url", server.url())));
        this.registry = new HttpSchemaRegistry(http);
    }

    private int register(String name, String schema, JsonNode... references) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("schema", schema);
        for (JsonNode reference : references) {
            body.withArray("references").add(reference);
        }
        RegistryAnswer answer = http.post("/subjects/" + name + "/versions", body);
        assertThat(answer.ok()).as(answer.toString()).isTrue();
        return answer.body().path("id").asInt();
    }

    @Test
    void findsASchemaThatIsRegisteredForAllLanguages() {
        int id = register(subject, NeutralSchema.of(Transfer.SCHEMA$).toString());

        assertThat(registry.idOf(subject, Transfer.SCHEMA$)).isEqualTo(id);
        assertThat(registry.schemaOf(id)).isEqualTo(NeutralSchema.of(Transfer.SCHEMA$));
    }

    @Test
    void findsASchemaThatWasRegisteredWithJavasProperty() {
        int id = register(subject, BalanceChanged.SCHEMA$.toString());

        assertThat(registry.idOf(subject, BalanceChanged.SCHEMA$)).isEqualTo(id);
    }

    @Test
    void findsASchemaThatWasRegisteredWithOtherWhiteSpace() {
        int id = register(subject, NeutralSchema.of(Transfer.SCHEMA$).toString(true));

        assertThat(registry.idOf(subject, Transfer.SCHEMA$)).isEqualTo(id);
    }

    @Test
    void tellsAnUnknownSubjectFromAnUnknownSchema() {
        assertThatThrownBy(() -> registry.idOf(subject, Transfer.SCHEMA$))
                .isInstanceOf(SchemaNotRegisteredException.class)
                .hasMessage("the schema registry has no subject " + subject);

        register(subject, "\"long\"");
        assertThatThrownBy(() -> registry.idOf(subject, Transfer.SCHEMA$))
                .isInstanceOf(SchemaNotRegisteredException.class)
                .hasMessageContaining("subject " + subject + " with versions [1]");
    }

    @Test
    void resolvesReferences() {
        String other = UUID.randomUUID() + "-value";
        register(other, "{\"type\":\"enum\",\"name\":\"shared.Kind\",\"symbols\":[\"A\"]}");
        String schema = "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"k\",\"type\":\"shared.Kind\"}]}";
        ObjectNode reference = JsonNodeFactory.instance
                .objectNode()
                .put("name", "shared.Kind")
                .put("subject", other)
                .put("version", 1);
        int id = register(subject, schema, reference);

        Schema found = registry.schemaOf(id);
        assertThat(found.getField("k").schema().getEnumSymbols()).containsExactly("A");
    }

    @Test
    void anIdThatTheRegistryDoesNotHaveIsUnknown() {
        assertThatThrownBy(() -> registry.schemaOf(1_999_999_999)).isInstanceOf(UnknownSchemaIdException.class);
    }
}
