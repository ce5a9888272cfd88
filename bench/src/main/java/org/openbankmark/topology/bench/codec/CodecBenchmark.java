package org.openbankmark.topology.bench.codec;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.NullUnmarked;
import org.openbankmark.topology.bench.registry.OneSchemaRegistry;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.serde.RecordDeserializer;
import org.openbankmark.topology.runtime.serde.RecordSerializer;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.runtime.topic.Topic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One generated record, one thread; the registry's header of 5 bytes everywhere but in Avro's own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@NullUnmarked
public class CodecBenchmark {
    @Param("balance_changed")
    private Shape shape;

    private String topic;
    private SpecificRecord record;
    private byte[] message;
    private byte[] avro;

    private OneSchemaRegistry registry;
    private RecordSerializer<SpecificRecord> serializer;
    private RecordDeserializer<SpecificRecord> deserializer;
    private KafkaAvroSerializer confluentSerializer;
    private KafkaAvroDeserializer confluentDeserializer;

    private SpecificDatumWriter<SpecificRecord> avroWriter;
    private SpecificDatumReader<SpecificRecord> avroReader;
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    static CodecBenchmark of(Shape shape) {
        CodecBenchmark benchmark = new CodecBenchmark();
        benchmark.shape = shape;
        return benchmark;
    }

    /** Makes all of them and checks that they agree, so that no figure is of wrong results. */
    @Setup
    @SuppressWarnings("unchecked") // a shape's record is of its topic
    public void start() throws IOException {
        topic = shape.topic().name();
        record = shape.record();
        Schema schema = record.getSchema();
        registry = new OneSchemaRegistry(schema);
        Settings settings = Settings.of(Map.of("schema.registry.url", registry.url()));
        Topic<SpecificRecord> typed = (Topic<SpecificRecord>) shape.topic();
        serializer = RecordSerializer.of(typed, HttpSchemaRegistry.open(settings));
        deserializer = RecordDeserializer.of(typed, HttpSchemaRegistry.open(settings));

        Map<String, Object> config = Map.of(
                "schema.registry.url", registry.url(), "auto.register.schemas", false, "specific.avro.reader", true);
        confluentSerializer = new KafkaAvroSerializer();
        confluentSerializer.configure(config, false);
        confluentDeserializer = new KafkaAvroDeserializer();
        confluentDeserializer.configure(config, false);

        avroWriter = new SpecificDatumWriter<>(schema);
        avroReader = new SpecificDatumReader<>(schema);
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
        return serializer.serialize(topic, record);
    }

    @Benchmark
    public byte[] serializeConfluent() {
        return confluentSerializer.serialize(topic, record);
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
    public SpecificRecord deserialize() {
        return deserializer.deserialize(topic, message);
    }

    @Benchmark
    public Object deserializeConfluent() {
        return confluentDeserializer.deserialize(topic, message);
    }

    @Benchmark
    public SpecificRecord deserializeAvro() throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(avro, decoder);
        return avroReader.read(null, decoder);
    }

    private static void require(Object expected, Object actual) {
        if (!Objects.deepEquals(expected, actual)) {
            throw new IllegalStateException("expected " + expected + ", got " + actual);
        }
    }
}
