package org.openbankmark.topology.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.settings.Settings;

/** Every record type, from its generated producer to its generated consumer and to and from the genuine serializers. */
@RealServers
@TestInstance(Lifecycle.PER_CLASS)
class EveryRecordTest {
    /** What a user of the genuine serializers must say, so that they look schemas up and register none. */
    private static final Settings GENUINE = Settings.of(Map.of(
            "value.serializer", "io.confluent.kafka.serializers.KafkaAvroSerializer",
            "value.deserializer", "io.confluent.kafka.serializers.KafkaAvroDeserializer",
            "auto.register.schemas", "false",
            "avro.remove.java.properties", "true",
            "specific.avro.reader", "true"));

    private Settings settings;
    private GenuineClients genuine;

    @BeforeAll
    void prepare(KafkaCluster kafka, SchemaRegistryServer registry) throws Exception {
        settings = BankOnServers.prepare(kafka, registry);
        genuine = new GenuineClients(kafka.bootstrapServers(), registry.url());
    }

    static java.util.stream.Stream<Exchange<?>> all() {
        return Exchange.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    <T extends SpecificRecord> void isSentAndReceivedByGeneratedCode(Exchange<T> exchange) throws Exception {
        try (BankClients clients = BankClients.connect(settings)) {
            assertExchanged(exchange, clients, clients);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    <T extends SpecificRecord> void passesThroughTheGenuineSerializersWhereTheUserSetsThem(Exchange<T> exchange)
            throws Exception {
        try (BankClients clients = BankClients.connect(settings.with(GENUINE))) {
            assertExchanged(exchange, clients, clients);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    <T extends SpecificRecord> void isReadByTheGenuineDeserializer(Exchange<T> exchange) throws Exception {
        try (BankClients clients = BankClients.connect(settings)) {
            for (T record : exchange.records()) {
                RecordMetadata sent =
                        exchange.producer().apply(clients).apply(record).get(30, TimeUnit.SECONDS);
                assertThat(genuine.readSpecific(sent)).isEqualTo(record).hasSameClassAs(record);
                assertThat(genuine.readGeneric(sent))
                        .hasToString(GenuineClients.asGeneric(record).toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    <T extends SpecificRecord> void isReceivedAsTheGenuineSerializerWroteIt(Exchange<T> exchange) throws Exception {
        BlockingQueue<Received<T>> received = exchange.queue();
        try (BankClients clients = BankClients.connect(settings)) {
            List<RecordMetadata> sent = new ArrayList<>();
            for (T record : exchange.records()) {
                sent.add(genuine.sendSpecific(exchange.topic().name(), record));
                sent.add(genuine.sendGeneric(exchange.topic().name(), record));
            }
            try (var consumer = exchange.consume(clients, "genuine-" + UUID.randomUUID(), received)) {
                for (int i = 0; i < sent.size(); i++) {
                    T record = exchange.records().get(i / 2);
                    assertThat(awaitAt(sent.get(i), received).value()).isEqualTo(record);
                }
                assertThat(consumer.failure()).isEmpty();
            }
        }
    }

    private static <T extends SpecificRecord> void assertExchanged(
            Exchange<T> exchange, BankClients sender, BankClients receiver) throws Exception {
        BlockingQueue<Received<T>> received = exchange.queue();
        try (var consumer = exchange.consume(receiver, "exchanged-" + UUID.randomUUID(), received)) {
            for (T record : exchange.records()) {
                Instant before = Instant.now();
                RecordMetadata sent =
                        exchange.producer().apply(sender).apply(record).get(30, TimeUnit.SECONDS);
                assertThat(sent.topic()).isEqualTo(exchange.topic().name());
                Received<T> got = awaitAt(sent, received);
                assertThat(got.value()).isEqualTo(record).isNotSameAs(record);
                assertKey(exchange, record, got, before);
            }
            assertThat(consumer.failure()).isEmpty();
        }
    }

    private static <T extends SpecificRecord> void assertKey(
            Exchange<T> exchange, T record, Received<T> got, Instant before) {
        if (exchange.key() == null) {
            assertThat(Instant.parse(got.key())).isBetween(before, Instant.now());
        } else {
            assertThat(got.key()).isEqualTo(exchange.key().apply(record));
        }
        // The partition that any other Kafka client gives this key (Kafka's murmur2 partitioner).
        int hash = Utils.toPositive(Utils.murmur2(got.key().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(got.partition()).isEqualTo(hash % exchange.topic().partitions());
    }

    /** Other tests write to the same topics, so a record is known by its place. */
    private static <T> Received<T> awaitAt(RecordMetadata sent, BlockingQueue<Received<T>> received) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        List<Received<T>> others = new ArrayList<>();
        while (System.nanoTime() < end) {
            Received<T> next = received.poll(1, TimeUnit.SECONDS);
            if (next != null && next.partition() == sent.partition() && next.offset() == sent.offset()) {
                received.addAll(others);
                return next;
            }
            if (next != null) {
                others.add(next);
            }
        }
        throw new AssertionError("nothing came from " + sent);
    }
}
