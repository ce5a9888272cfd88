package org.openbankmark.topology.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of every length, in the middle of other bytes and at the very end, where fewer bytes can be read at once. */
class VarintTest {
    private static final int LONGEST = 10;

    static LongStream numbers() {
        return LongStream.concat(
                LongStream.of(0, -1, Long.MAX_VALUE, Long.MIN_VALUE),
                LongStream.range(0, Long.SIZE)
                        .map(bit -> 1L << bit)
                        .flatMap(power -> LongStream.of(power - 1, power, power + 1, -power, -power - 1, -power + 1)));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void isWrittenAsAvroWritesItAndReadFromAnyPlace(long number) throws IOException {
        byte[] expected = avro(number);
        AvroWriter out = new AvroWriter();
        out.writeLong(number);
        assertThat(out.toByteArray()).isEqualTo(expected);

        for (int after = 0; after <= LONGEST; after++) {
            for (byte filling : new byte[] {0, 0x7F, (byte) 0x80, (byte) 0xFF}) {
                byte[] bytes = Arrays.copyOf(expected, expected.length + after);
                Arrays.fill(bytes, expected.length, bytes.length, filling);
                AvroReader in = new AvroReader(bytes);
                assertThat(in.readLong())
                        .as("%s bytes of %s after it", after, filling)
                        .isEqualTo(number);
                assertThat(in.remaining()).isEqualTo(after);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void theRangeEndsWhereItsBytesEndAndNotWhereTheArrayDoes(long number) throws IOException {
        byte[] expected = avro(number);
        byte[] bytes = Arrays.copyOf(expected, expected.length + 20);
        AvroReader cut = new AvroReader(bytes, 0, expected.length - 1);
        assertThatThrownBy(cut::readLong)
                .isInstanceOf(MalformedAvroException.class)
                .hasMessageContaining("the bytes end within a long");
    }

    /** Two bits too many in the tenth byte, and an eleventh byte; with bytes after it and without. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void moreBitsThanALongHasAreRefused(int after) {
        byte[] bytes = new byte[10 + after];
        Arrays.fill(bytes, 0, 9, (byte) 0x80);
        for (int tenth : new int[] {2, 3, 0x7F, 0x80, 0x81, 0xFF}) {
            bytes[9] = (byte) tenth;
            AvroReader in = new AvroReader(bytes);
            assertThatThrownBy(in::readLong)
                    .as("tenth byte %s", tenth)
                    .isInstanceOf(MalformedAvroException.class)
                    .hasMessageContaining("too large for a long");
        }
    }

    private static byte[] avro(long number) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        encoder.writeLong(number);
        encoder.flush();
        return bytes.toByteArray();
    }
}
