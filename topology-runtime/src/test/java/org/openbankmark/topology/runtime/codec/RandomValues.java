package org.openbankmark.topology.runtime.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import java.util.UUID;
import org.slf4j.LoggerFactory;

/** Random values, extremes often among them. */
final class RandomValues {
    private static final long[] EXTREME = {
        0,
        1,
        -1,
        63,
        64,
        -64,
        -65,
        8191,
        8192,
        Integer.MAX_VALUE,
        Integer.MIN_VALUE,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        1L << 62,
        -(1L << 34),
        0x7FC00001L,
        0xFFC00001L,
        0x7FF8000000000001L
    };
    private static final int[] STRING_LENGTHS = {0, 1, 3, 62, 63, 64, 65, 127, 128, 511, 512, 513, 5_000};

    private RandomValues() {}

    /** A source of numbers whose seed is printed; {@code -Dtest.seed=…} repeats it. */
    static Random seeded(String what) {
        long seed = Long.getLong("test.seed", System.nanoTime());
        LoggerFactory.getLogger(RandomValues.class).info("seed {} for {}", seed, what);
        return new Random(seed);
    }

    static long anyLong(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> EXTREME[random.nextInt(EXTREME.length)];
            case 1 -> random.nextLong() >> random.nextInt(64);
            default -> random.nextLong();
        };
    }

    static int anyInt(Random random) {
        return (int) anyLong(random);
    }

    static String anyString(Random random) {
        int length = random.nextBoolean() ? random.nextInt(40) : STRING_LENGTHS[random.nextInt(STRING_LENGTHS.length)];
        int kind = random.nextInt(6);
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char)
                    switch (kind) {
                        case 0, 1 -> random.nextInt(0x80);
                        case 2 -> random.nextInt(0x100);
                        case 3 -> random.nextInt(0x1000);
                        case 4 -> 0xD700 + random.nextInt(0xA00); // mostly halves of surrogate pairs, in any order
                        default -> random.nextInt(20) == 0 ? random.nextInt(0x10000) : 'a';
                    });
            if (kind == 5 && random.nextInt(30) == 0) {
                text.appendCodePoint(0x10000 + random.nextInt(0x100000));
            }
        }
        return text.toString();
    }

    static byte[] anyBytes(Random random) {
        byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(2_000) : random.nextInt(20)];
        random.nextBytes(bytes);
        return bytes;
    }

    static UUID anyUuid(Random random) {
        return new UUID(anyLong(random), anyLong(random));
    }

    /** As many digits as fit, with a scale that may be smaller than asked for. */
    static BigDecimal anyDecimal(Random random, int precision, int scale) {
        int digits = 1 + random.nextInt(precision - scale);
        BigInteger unscaled = new BigInteger(digits * 3, random);
        int less = random.nextInt(scale + 1);
        return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), scale - less);
    }

    static long nanoOfDay(Random random) {
        return Math.floorMod(anyLong(random), 86_400_000_000_000L);
    }

    static Instant instantOfMicros(Random random) {
        return Instant.EPOCH.plus(anyLong(random), ChronoUnit.MICROS);
    }
}
