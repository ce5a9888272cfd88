package org.openbankmark.bank.graphql.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbankmark.topology.runtime.settings.Settings;

class KafkaSettingsTest {
    @ParameterizedTest
    @ValueSource(strings = {"classic", "consumer"})
    void kafkasClientTakesThemUnderEachGroupProtocol(String protocol) {
        Settings user = Settings.fromEnvironment(
                Map.of("KAFKA_BROKERS", "127.0.0.1:1", "KAFKA_GROUP_PROTOCOL", protocol, "KAFKA_GROUP_ID", "test"));
        Map<String, Object> settings = new HashMap<>(KafkaBeans.forPeople(user).values());
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            assertThat(consumer.groupMetadata().groupId()).isEqualTo("test");
        }
    }
}
