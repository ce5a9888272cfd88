package org.openbankmark.topology.runtime.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;
import org.openbankmark.topology.runtime.topic.Topic;

/** Against the genuine serializer and deserializer. */
class ConfluentCompatibilityTest {
    private static final Topic<BalanceChanged> TOPIC =
            Topic.of("balance_changed", BalanceChangedCodec.INSTANCE).build();

    private final MockSchemaRegistryClient client = new MockSchemaRegistryClient();
    private final KafkaAvroSerializer serializer = new KafkaAvroSerializer(client);
    private final KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer(client);

    @BeforeEach
    void registerAndConfigure() throws Exception {
        client.register("other-value", new AvroSchema("\"string\""));
        client.register("balance_changed-value", new AvroSchema(BalanceChanged.SCHEMA$));
        Map<String, Object> config = Map.of(
                "schema.registry.url", "mock://here", "auto.register.schemas", false, "specific.avro.reader", true);
        serializer.configure(config, false);
        deserializer.configure(config, false);
    }

    @Test
    void bothWriteTheSameBytes() {
        BalanceChanged record = BalanceChanged.example();
        byte[] ours = RecordSerializer.of(TOPIC, new ConfluentRegistry(client)).serialize(TOPIC.name(), record);

        assertThat(ours).isEqualTo(serializer.serialize(TOPIC.name(), record)).hasSize(5 + 68);
    }

    @Test
    void eachReadsWhatTheOtherWrote() {
        BalanceChanged record = BalanceChanged.example();
        ConfluentRegistry registry = new ConfluentRegistry(client);
        byte[] ours = RecordSerializer.of(TOPIC, registry).serialize(TOPIC.name(), record);
        byte[] theirs = serializer.serialize(TOPIC.name(), record);

        assertThat(deserializer.deserialize(TOPIC.name(), ours)).isEqualTo(record);
        assertThat(RecordDeserializer.of(TOPIC, registry).deserialize(TOPIC.name(), theirs))
                .isEqualTo(record);
    }
}
