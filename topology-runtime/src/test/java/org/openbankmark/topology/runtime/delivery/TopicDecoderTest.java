package org.openbankmark.topology.runtime.delivery;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbankmark.topology.runtime.registry.FaultyRegistry;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;
import org.openbankmark.topology.runtime.topic.Topic;

/** Confluent's own deserializer over registries with faults: what is thrown decides whether a record waits or is given up. */
class TopicDecoderTest {
    private static final Topic<BalanceChanged> TOPIC =
            Topic.of("balances", BalanceChangedCodec.INSTANCE).build();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500 | {\"error_code\":50001}",
                "503 | <html>",
                "503 | ''",
                "429 | {\"error_code\":42901}",
                "429 | {\"error_code\":429}",
                "429 | slow down",
                "401 | {\"error_code\":401}",
                "404 | {\"error_code\":404}",
            })
    void aRegistryAtFaultIsWaitedFor(int status, String body) throws Exception {
        assertDecodingFails(status, body).isNotInstanceOf(UnreadableRecordException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"error_code\":40403,\"message\":\"Schema not found\"}",
                "200 | {\"schema\":\"\\\"string\\\"\"}",
                "200 | {\"schema\":\"nonsense\"}",
            })
    void aRecordAtFaultIsNot(int status, String body) throws Exception {
        assertDecodingFails(status, body).isInstanceOf(UnreadableRecordException.class);
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> assertDecodingFails(
            int status, String body) throws Exception {
        try (FaultyRegistry registry = new FaultyRegistry(FaultyRegistry.answer(status, body));
                KafkaAvroDeserializer values = new KafkaAvroDeserializer()) {
            values.configure(
                    Map.of("schema.registry.url", registry.url(), "specific.avro.reader", true, "max.retries", 0),
                    false);
            TopicDecoder<BalanceChanged> decoder = new TopicDecoder<>(TOPIC, new StringDeserializer(), values);
            return assertThatThrownBy(() ->
                    decoder.decode(new ConsumerRecord<>("balances", 0, 0, null, new byte[] {0, 0, 0, 0, 7, 2, 'a'})));
        }
    }
}
