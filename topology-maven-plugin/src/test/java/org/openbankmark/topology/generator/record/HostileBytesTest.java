package org.openbankmark.topology.generator.record;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.record.GeneratedSchemas.Generated;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Bytes that are cut off or were tampered with: a clear exception or another record, in bounded memory and time. */
class HostileBytesTest {
    private static final long SEED = Long.getLong("codec.seed", 20_261_123L);
    /** What a million empty items may take, and some more. */
    private static final long MOST_BYTES = 128L << 20;
    /** As Avro writes them: the smallest, the largest, and a count of about 2^31. */
    private static final List<byte[]> NUMBERS = List.of(
            new byte[] {1},
            new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1},
            new byte[] {-2, -1, -1, -1, -1, -1, -1, -1, -1, 1},
            new byte[] {-2, -1, -1, -1, 15},
            new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1});

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void everyByteThatIsMissingOrOtherIsTakenWell() {
        Random random = new Random(SEED);
        List<Generated> all = GeneratedSchemas.random(random, 60);
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            for (Generated generated : all) {
                for (int i = 0; i < 3; i++) {
                    byte[] bytes = AvroBytes.generic(new RandomData(random).record(generated.schema(), 3));
                    check(generated, bytes.length > 300 ? new byte[0] : bytes, random);
                }
            }
        });
    }

    private void check(Generated generated, byte[] bytes, Random random) {
        for (int length = 0; length < bytes.length; length++) {
            if (!readOrRefuse(generated, Arrays.copyOf(bytes, length))) {
                throw new AssertionError("seed " + SEED + ", " + generated.schema() + " was read from " + length
                        + " of " + bytes.length + " bytes");
            }
        }
        for (int at = 0; at < bytes.length; at++) {
            byte[] flipped = bytes.clone();
            flipped[at] = (byte) random.nextInt();
            readOrRefuse(generated, flipped);
            for (byte[] number : NUMBERS) {
                byte[] tampered = Arrays.copyOf(bytes, bytes.length + number.length);
                System.arraycopy(number, 0, tampered, at, number.length);
                System.arraycopy(bytes, at, tampered, at + number.length, bytes.length - at);
                readOrRefuse(generated, tampered);
            }
        }
    }

    /** Whether the bytes were refused. */
    private boolean readOrRefuse(Generated generated, byte[] bytes) {
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean refused = false;
        try {
            readWhole(generated.codec(), bytes);
        } catch (AvroRuntimeException e) {
            refused = e.getMessage() != null;
        }
        if (threads.getCurrentThreadAllocatedBytes() - before > MOST_BYTES) {
            throw new AssertionError(
                    "seed " + SEED + ", " + generated.schema() + " took much memory for " + Arrays.toString(bytes));
        }
        return refused;
    }

    private static SpecificRecord readWhole(RecordCodec<SpecificRecord> codec, byte[] bytes) {
        AvroReader in = new AvroReader(bytes);
        SpecificRecord record = codec.read(in);
        in.expectEnd();
        return record;
    }
}
