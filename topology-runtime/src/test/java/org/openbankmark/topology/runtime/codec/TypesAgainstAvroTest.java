package org.openbankmark.topology.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type, with random and extreme values, against Avro's generic writer and reader with Avro's own conversions. */
class TypesAgainstAvroTest {
    private static final int VALUES = 1_000;

    /** How a type is written and read by us, and where its values come from. */
    record Type<V>(
            String schema, Function<Random, V> values, BiConsumer<AvroWriter, V> write, Function<AvroReader, V> read) {
        @Override
        public String toString() {
            return schema;
        }
    }

    static Stream<Type<?>> types() {
        return Stream.of(
                new Type<>("\"boolean\"", Random::nextBoolean, AvroWriter::writeBoolean, AvroReader::readBoolean),
                new Type<>("\"int\"", RandomValues::anyInt, AvroWriter::writeInt, AvroReader::readInt),
                new Type<>("\"long\"", RandomValues::anyLong, AvroWriter::writeLong, AvroReader::readLong),
                new Type<>(
                        "\"float\"",
                        random -> Float.intBitsToFloat(RandomValues.anyInt(random)),
                        AvroWriter::writeFloat,
                        AvroReader::readFloat),
                new Type<>(
                        "\"double\"",
                        random -> Double.longBitsToDouble(RandomValues.anyLong(random)),
                        AvroWriter::writeDouble,
                        AvroReader::readDouble),
                new Type<>("\"string\"", RandomValues::anyString, AvroWriter::writeString, AvroReader::readString),
                new Type<>(
                        "\"bytes\"",
                        random -> ByteBuffer.wrap(RandomValues.anyBytes(random)),
                        AvroWriter::writeBytes,
                        AvroReader::readBytes),
                logical(
                        "string",
                        "uuid",
                        RandomValues::anyUuid,
                        AvroWriter::writeUuidString,
                        AvroReader::readUuidString),
                new Type<UUID>(
                        "{\"type\":\"fixed\",\"name\":\"U\",\"size\":16,\"logicalType\":\"uuid\"}",
                        RandomValues::anyUuid,
                        AvroWriter::writeUuid,
                        AvroReader::readUuid),
                new Type<BigDecimal>(
                        "{\"type\":\"bytes\",\"logicalType\":\"decimal\",\"precision\":30,\"scale\":4}",
                        random -> RandomValues.anyDecimal(random, 30, 4),
                        (out, value) -> out.writeDecimal(value, 30, 4),
                        in -> in.readDecimal(30, 4)),
                new Type<BigDecimal>(
                        "{\"type\":\"fixed\",\"name\":\"D\",\"size\":13,\"logicalType\":\"decimal\",\"precision\":30,\"scale\":4}",
                        random -> RandomValues.anyDecimal(random, 30, 4),
                        (out, value) -> out.writeFixedDecimal(value, 30, 4, 13),
                        in -> in.readFixedDecimal(30, 4, 13)),
                logical(
                        "int",
                        "date",
                        random -> LocalDate.ofEpochDay(RandomValues.anyInt(random)),
                        AvroWriter::writeDate,
                        AvroReader::readDate),
                logical(
                        "int",
                        "time-millis",
                        random -> LocalTime.ofNanoOfDay(RandomValues.nanoOfDay(random) / 1_000_000 * 1_000_000),
                        AvroWriter::writeTimeMillis,
                        AvroReader::readTimeMillis),
                logical(
                        "long",
                        "time-micros",
                        random -> LocalTime.ofNanoOfDay(RandomValues.nanoOfDay(random) / 1_000 * 1_000),
                        AvroWriter::writeTimeMicros,
                        AvroReader::readTimeMicros),
                logical(
                        "long",
                        "timestamp-millis",
                        random -> Instant.ofEpochMilli(RandomValues.anyLong(random)),
                        AvroWriter::writeTimestampMillis,
                        AvroReader::readTimestampMillis),
                logical(
                        "long",
                        "timestamp-micros",
                        RandomValues::instantOfMicros,
                        AvroWriter::writeTimestampMicros,
                        AvroReader::readTimestampMicros),
                logical(
                        "long",
                        "local-timestamp-millis",
                        random -> LocalDateTime.ofInstant(
                                Instant.ofEpochMilli(RandomValues.anyLong(random)), ZoneOffset.UTC),
                        AvroWriter::writeLocalTimestampMillis,
                        AvroReader::readLocalTimestampMillis),
                logical(
                        "long",
                        "local-timestamp-micros",
                        random -> LocalDateTime.ofInstant(RandomValues.instantOfMicros(random), ZoneOffset.UTC),
                        AvroWriter::writeLocalTimestampMicros,
                        AvroReader::readLocalTimestampMicros));
    }

    private static <V> Type<V> logical(
            String base,
            String name,
            Function<Random, V> values,
            BiConsumer<AvroWriter, V> write,
            Function<AvroReader, V> read) {
        return new Type<>("{\"type\":\"" + base + "\",\"logicalType\":\"" + name + "\"}", values, write, read);
    }

    @ParameterizedTest
    @MethodSource("types")
    <V> void writesAvrosBytesAndReadsWhatAvroReads(Type<V> type) throws IOException {
        Schema schema = new Schema.Parser().parse(type.schema());
        GenericData data = dataWithConversions(schema);
        Random random = RandomValues.seeded(type.schema());
        AvroWriter out = new AvroWriter();
        for (int i = 0; i < VALUES; i++) {
            V value = type.values().apply(random);
            out.reset();
            type.write().accept(out, value);
            byte[] bytes = avroBytes(schema, data, value);

            assertThat(out.toByteArray()).as("bytes of <%s>", value).isEqualTo(bytes);
            AvroReader in = new AvroReader(bytes);
            assertThat(type.read().apply(in)).isEqualTo(avroValue(schema, data, bytes));
            in.expectEnd();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    <V> void refusesTheBytesCutAtAnyPlace(Type<V> type) {
        Random random = RandomValues.seeded(type.schema());
        AvroWriter out = new AvroWriter();
        for (int i = 0; i < 50; i++) {
            out.reset();
            type.write().accept(out, type.values().apply(random));
            byte[] bytes = out.toByteArray();
            for (int length = 0; length < Math.min(bytes.length, 300); length++) {
                AvroReader in = new AvroReader(bytes, 0, length);
                org.assertj.core.api.Assertions.assertThatThrownBy(
                                () -> type.read().apply(in))
                        .isInstanceOf(MalformedAvroException.class)
                        .hasMessageContaining("at byte 0");
            }
        }
    }

    private static GenericData dataWithConversions(Schema schema) {
        GenericData data = new GenericData();
        GenericData.setStringType(
                schema.getType() == Schema.Type.STRING ? schema : Schema.create(Schema.Type.STRING),
                GenericData.StringType.String);
        data.addLogicalTypeConversion(new Conversions.UUIDConversion());
        data.addLogicalTypeConversion(new Conversions.DecimalConversion());
        data.addLogicalTypeConversion(new TimeConversions.DateConversion());
        data.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
        data.addLogicalTypeConversion(new TimeConversions.TimeMicrosConversion());
        data.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        data.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        data.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
        data.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
        return data;
    }

    private static byte[] avroBytes(Schema schema, GenericData data, Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<>(schema, data).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static Object avroValue(Schema schema, GenericData data, byte[] bytes) throws IOException {
        return new GenericDatumReader<>(schema, schema, data)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }
}
