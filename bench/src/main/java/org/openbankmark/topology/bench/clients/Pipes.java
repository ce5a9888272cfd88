package org.openbankmark.topology.bench.clients;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.serde.RecordDeserializer;
import org.openbankmark.topology.runtime.serde.RecordSerializer;
import org.openbankmark.topology.runtime.settings.Settings;

/**
 * All that take turns.
 *
 * @param all by what they are called
 */
record Pipes(Map<String, Pipe> all) implements AutoCloseable {
    static final String BYTES = "plain clients, byte arrays";
    static final String GENERATED = "generated clients, records";
    static final String CODEC = "plain clients, records by the generated codec";
    static final String CONFLUENT = "plain clients, records by Confluent's serializers 7.7.0";
    static final String BYTES_TOPIC = "plain_bytes";
    static final String CODEC_TOPIC = "plain_codec";
    static final String CONFLUENT_TOPIC = "plain_confluent";

    static Pipes open(Messages messages, Settings settings, String brokers, String registry) {
        Map<String, Pipe> all = new LinkedHashMap<>();
        all.put(
                BYTES,
                new PlainPipe<>(
                        brokers,
                        BYTES_TOPIC,
                        messages.keys(),
                        messages.values(),
                        new PlainPipe.Serdes<>(
                                new ByteArraySerializer(),
                                new ByteArraySerializer(),
                                new ByteArrayDeserializer(),
                                new ByteArrayDeserializer(),
                                value -> value.length)));
        all.put(GENERATED, new GeneratedPipe(messages, settings));
        SchemaRegistry schemas = HttpSchemaRegistry.open(settings);
        all.put(
                CODEC,
                new PlainPipe<>(
                        brokers,
                        CODEC_TOPIC,
                        messages.ibans(),
                        messages.records(),
                        new PlainPipe.Serdes<>(
                                new StringSerializer(),
                                RecordSerializer.of(BankTopics.BALANCE_CHANGED, schemas),
                                new StringDeserializer(),
                                RecordDeserializer.of(BankTopics.BALANCE_CHANGED, schemas),
                                BalanceChanged::getSequence)));
        all.put(CONFLUENT, confluent(messages, brokers, registry));
        return new Pipes(all);
    }

    private static Pipe confluent(Messages messages, String brokers, String registry) {
        Map<String, Object> config =
                Map.of("schema.registry.url", registry, "auto.register.schemas", false, "specific.avro.reader", true);
        KafkaAvroSerializer serializer = new KafkaAvroSerializer();
        serializer.configure(config, false);
        KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
        deserializer.configure(config, false);
        return new PlainPipe<>(
                brokers,
                CONFLUENT_TOPIC,
                messages.ibans(),
                List.<Object>copyOf(messages.records()),
                new PlainPipe.Serdes<>(
                        new StringSerializer(),
                        serializer,
                        new StringDeserializer(),
                        deserializer,
                        value -> ((BalanceChanged) value).getSequence()));
    }

    @Override
    public void close() {
        all.values().forEach(Pipe::close);
    }
}
