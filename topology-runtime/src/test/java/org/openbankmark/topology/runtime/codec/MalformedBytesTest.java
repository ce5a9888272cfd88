package org.openbankmark.topology.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.AvroTypeException;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;

/** What is not Avro binary is refused, with its place, and never believed. */
class MalformedBytesTest {

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Case(String name, byte[] bytes, Function<AvroReader, ?> read, String message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        byte[] longest = longs(Long.MAX_VALUE);
        byte[] lowest = longs(Long.MIN_VALUE);
        byte[] overlong = new byte[20];
        Arrays.fill(overlong, (byte) 0x80);
        return Stream.of(
                new Case("boolean of 2", new byte[] {2}, AvroReader::readBoolean, "a boolean is 0 or 1, not 2"),
                new Case("overlong int", overlong, AvroReader::readInt, "too large for an int"),
                new Case("overlong long", overlong, AvroReader::readLong, "too large for a long"),
                new Case("long as int", longest, AvroReader::readInt, "too large for an int"),
                new Case("33 bits as int", longs(1L << 32), AvroReader::readInt, "too large for an int"),
                new Case("huge string", longest, AvroReader::readString, "a string of 9223372036854775807 bytes"),
                new Case("string of 2 GB", longs(Integer.MAX_VALUE), AvroReader::readString, "bytes are left"),
                new Case("negative string", longs(-1), AvroReader::readString, "a string of -1 bytes"),
                new Case("lowest string", lowest, AvroReader::readString, "a string of -9223372036854775808 bytes"),
                new Case("huge bytes", longest, AvroReader::readBytes, "bytes of 9223372036854775807"),
                new Case("huge decimal", longest, in -> in.readDecimal(9, 2), "a decimal of 9223372036854775807"),
                new Case("empty decimal", longs(0), in -> in.readDecimal(9, 2), "a decimal has no bytes"),
                new Case("short fixed", new byte[3], in -> in.readFixed(4), "within a fixed of 4 bytes"),
                new Case("branch too high", longs(2), in -> in.readIndex(2), "2 is not one of 2"),
                new Case("negative branch", longs(-1), in -> in.readIndex(2), "-1 is not one of 2"),
                new Case("huge count", longest, AvroReader::readCount, "claims 9223372036854775807 items"),
                new Case("lowest count", concat(lowest, longs(0)), AvroReader::readCount, "impossible count"),
                new Case("negative block size", longs(-3, -1), AvroReader::readCount, "impossible count or size"),
                new Case(
                        "huge block size",
                        longs(-3, Long.MAX_VALUE),
                        AvroReader::readCount,
                        "impossible count or size"),
                new Case("negative huge count", longs(-Long.MAX_VALUE, 0), AvroReader::readCount, "claims"),
                new Case("huge next count", longest, AvroReader::readNextCount, "claims"),
                new Case("items of 8 bytes", concat(longs(2), new byte[15]), in -> in.readCount(8), "claims 2 items"),
                new Case("many nulls", longs(1_000_001), in -> in.readCount(0), "more than 1000000 items"),
                new Case("nulls in blocks", longs(900_000, 900_000), MalformedBytesTest::twoBlocksOfNull, "1000000"),
                new Case("time of day", longs(86_400_000), AvroReader::readTimeMillis, "time of day is out of range"),
                new Case("negative time", longs(-1), AvroReader::readTimeMicros, "time of day is out of range"),
                new Case("huge time", longest, AvroReader::readTimeMicros, "time of day is out of range"),
                new Case("no uuid", text("nonsense"), AvroReader::readUuidString, "not a uuid"));
    }

    private static int twoBlocksOfNull(AvroReader in) {
        return in.readCount(0) + in.readNextCount(0);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedWithPlaceAndReason(Case malformed) {
        assertThatThrownBy(() -> malformed.read().apply(new AvroReader(malformed.bytes())))
                .isInstanceOf(MalformedAvroException.class)
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessageContaining(malformed.message())
                .hasMessageContaining("(at byte ");
    }

    @Test
    void theOffsetCountsFromTheStartOfTheRecord() {
        byte[] bytes = concat(new byte[5], concat(text("abc"), longs(-1)));
        AvroReader in = new AvroReader(bytes, 5, bytes.length - 5);
        in.readString();

        assertThatThrownBy(in::readString)
                .isInstanceOfSatisfying(MalformedAvroException.class, e -> assertThat(e.offset())
                        .isEqualTo(4));
    }

    @Test
    void malformedUtf8IsReadAsAvroReadsIt() throws IOException {
        Random random = RandomValues.seeded("malformed UTF-8");
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = RandomValues.anyBytes(random);
            byte[] bytes = concat(longs(noise.length), noise);
            String avros = DecoderFactory.get().binaryDecoder(bytes, null).readString();

            assertThat(new AvroReader(bytes).readString()).isEqualTo(avros);
        }
    }

    @Test
    void damagedRecordsAreReadAsAvroReadsThemOrRefused() {
        Random random = RandomValues.seeded("damaged records");
        AvroWriter out = new AvroWriter();
        BalanceChangedCodec.INSTANCE.write(BalanceChanged.example(), out);
        byte[] whole = out.toByteArray();
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged =
                    Arrays.copyOf(whole, random.nextInt(5) == 0 ? random.nextInt(whole.length + 1) : whole.length);
            for (int j = random.nextInt(3); j >= 0 && damaged.length > 0; j--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            BalanceChanged ours = null;
            try {
                ours = BalanceChangedCodec.INSTANCE.read(new AvroReader(damaged));
            } catch (AvroRuntimeException malformed) {
                refused++;
            }
            if (ours != null) {
                assertThat(ours).isEqualTo(avroReads(damaged));
            }
        }
        assertThat(refused).isBetween(2_000, 19_000);
    }

    private static BalanceChanged avroReads(byte[] bytes) {
        try {
            return new SpecificDatumReader<>(BalanceChanged.class)
                    .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new AssertionError("Avro refuses what we read", e);
        }
    }

    @Test
    void hostileCountsTakeNoMemoryAndNoTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 10_000; i++) {
                AvroReader in = new AvroReader(longs(Integer.MAX_VALUE, Integer.MAX_VALUE));
                assertThatThrownBy(in::readCount).isInstanceOf(MalformedAvroException.class);
            }
        });
        assertThat(AvroReader.capacity(Integer.MAX_VALUE)).isLessThanOrEqualTo(1024);
    }

    @Test
    void recursionEndsInAnErrorNotInTheStack() {
        AvroReader in = new AvroReader(new byte[0]);
        AvroWriter out = new AvroWriter();
        for (int i = 0; i < 512; i++) {
            in.enter();
            out.enter();
        }
        assertThatThrownBy(in::enter).isInstanceOf(AvroRuntimeException.class).hasMessageContaining("512 levels");
        assertThatThrownBy(out::enter).isInstanceOf(AvroRuntimeException.class).hasMessageContaining("512 levels");

        out.reset();
        out.enter();
    }

    @Test
    void valuesThatAvroCannotRepresentAreNotWritten() {
        AvroWriter out = new AvroWriter();
        List<Runnable> refused = List.of(
                () -> out.writeDecimal(new BigDecimal("1.234"), 9, 2),
                () -> out.writeDecimal(new BigDecimal("12345678.90"), 9, 2),
                () -> out.writeFixedDecimal(new BigDecimal("1234567.89"), 9, 2, 2),
                () -> out.writeDate(LocalDate.MAX),
                () -> out.writeTimestampMillis(Instant.MAX),
                () -> out.writeTimestampMicros(Instant.MIN));

        for (Runnable write : refused) {
            assertThatThrownBy(write::run).isInstanceOf(AvroTypeException.class);
        }
    }

    @Test
    void blocksWithSizesAreRead() {
        byte[] bytes = concat(longs(-2, 2, 5, 6), longs(1, 7, 0));
        AvroReader in = new AvroReader(bytes);
        List<Long> items = new ArrayList<>();
        for (int n = in.readCount(); n > 0; n = in.readNextCount()) {
            for (int i = 0; i < n; i++) {
                items.add(in.readLong());
            }
        }

        assertThat(items).containsExactly(5L, 6L, 7L);
        in.expectEnd();
    }

    @Test
    void bytesAfterTheRecordAreNoticed() {
        assertThatThrownBy(() -> new AvroReader(new byte[3]).expectEnd())
                .isInstanceOf(MalformedAvroException.class)
                .hasMessageContaining("3 bytes follow the record");
    }

    private static byte[] longs(long... values) {
        AvroWriter out = new AvroWriter();
        for (long value : values) {
            out.writeLong(value);
        }
        return out.toByteArray();
    }

    private static byte[] text(String value) {
        return concat(longs(value.length()), value.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
