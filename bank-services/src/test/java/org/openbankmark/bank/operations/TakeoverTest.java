package org.openbankmark.bank.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbankmark.topology.runtime.settings.Settings;

class TakeoverTest {
    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer", "CONSUMER"})
    void kafkasClientTakesTheSettingsUnderEachGroupProtocol(String protocol) {
        Settings settings = Settings.fromEnvironment(
                Map.of("KAFKA_BROKERS", "127.0.0.1:1", "KAFKA_GROUP_PROTOCOL", protocol, "KAFKA_GROUP_ID", "test"));
        Map<String, Object> quick = new HashMap<>(Takeover.quick(settings).values());
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(quick, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            assertThat(consumer.groupMetadata().groupId()).isEqualTo("test");
        }
        assertThat(quick.containsKey("session.timeout.ms")).isEqualTo(protocol.equals("classic"));
    }
}
