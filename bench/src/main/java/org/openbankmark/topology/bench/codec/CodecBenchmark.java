package org.openbankmark.topology.bench.codec;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.NullUnmarked;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.serde.RecordDeserializer;
import org.openbankmark.topology.runtime.serde.RecordSerializer;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One generated BalanceChanged of 68 bytes, one thread; the registry's header of 5 bytes everywhere but in Avro's own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class CodecBenchmark {
    private static final String TOPIC = BankTopics.Names.BALANCE_CHANGED;

    private BalanceChanged record;
    private byte[] message;
    private byte[] avro;

    private OneSchemaRegistry registry;
    private RecordSerializer<BalanceChanged> serializer;
    private RecordDeserializer<BalanceChanged> deserializer;
    private KafkaAvroSerializer confluentSerializer;
    private KafkaAvroDeserializer confluentDeserializer;

    private SpecificDatumWriter<BalanceChanged> avroWriter;
    private SpecificDatumReader<BalanceChanged> avroReader;
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    /** Makes all of them and checks that they agree, so that no figure is of wrong results. */
    @Setup
    public void start() throws IOException {
        record = new BalanceChanged(
                "NL66OPEN0000000000",
                123_456_789,
                -1_234,
                "NL80OPEN0123456789",
                "ah pin 2026-01-01T12:00",
                4_711,
                new UUID(0x0123456789abcdefL, 0xfedcba9876543210L));
        registry = new OneSchemaRegistry(BalanceChanged.SCHEMA$);
        Settings settings = Settings.of(Map.of("schema.registry.url", registry.url()));
        serializer = RecordSerializer.of(BankTopics.BALANCE_CHANGED, HttpSchemaRegistry.open(settings));
        deserializer = RecordDeserializer.of(BankTopics.BALANCE_CHANGED, HttpSchemaRegistry.open(settings));

        Map<String, Object> config = Map.of(
                "schema.registry.url", registry.url(), "auto.register.schemas", false, "specific.avro.reader", true);
        confluentSerializer = new KafkaAvroSerializer();
        confluentSerializer.configure(config, false);
        confluentDeserializer = new KafkaAvroDeserializer();
        confluentDeserializer.configure(config, false);

        avroWriter = new SpecificDatumWriter<>(BalanceChanged.SCHEMA$);
        avroReader = new SpecificDatumReader<>(BalanceChanged.SCHEMA$);
        message = serializeConfluent();
        avro = serializeAvro();
        require(message, serialize());
        require(record, deserialize());
        require(record, deserializeConfluent());
        require(record, deserializeAvro());
    }

    @TearDown
    public void stop() {
        registry.close();
    }

    @Benchmark
    public byte[] serialize() {
        return serializer.serialize(TOPIC, record);
    }

    @Benchmark
    public byte[] serializeConfluent() {
        return confluentSerializer.serialize(TOPIC, record);
    }

    @Benchmark
    public byte[] serializeAvro() throws IOException {
        out.reset();
        encoder = EncoderFactory.get().directBinaryEncoder(out, encoder);
        avroWriter.write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    @Benchmark
    public BalanceChanged deserialize() {
        return deserializer.deserialize(TOPIC, message);
    }

    @Benchmark
    public Object deserializeConfluent() {
        return confluentDeserializer.deserialize(TOPIC, message);
    }

    @Benchmark
    public BalanceChanged deserializeAvro() throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(avro, decoder);
        return avroReader.read(null, decoder);
    }

    private static void require(Object expected, Object actual) {
        if (!Objects.deepEquals(expected, actual)) {
            throw new IllegalStateException("expected " + expected + ", got " + actual);
        }
    }
}
