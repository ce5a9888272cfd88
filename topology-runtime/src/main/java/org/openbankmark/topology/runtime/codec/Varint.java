package org.openbankmark.topology.runtime.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Variable-length numbers: seven bits a byte, the lowest first, the eighth bit says that more follow (Avro specification,
 * "Primitive Types"). Up to eight bytes are written and read at once, without a branch for each: how long the next number
 * is, no processor can predict.
 */
final class Varint {
    /** The most bytes of a long. */
    static final int LONGEST = 10;

    private static final VarHandle LITTLE_LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MORE = 0x8080_8080_8080_8080L;
    private static final int BITS_OF_EIGHT_BYTES = 56;

    private Varint() {}

    /** Writes a zig-zag int where there is room for 5 bytes; returns the position after it. */
    static int write(int zigzag, byte[] to, int at) {
        int rest = zigzag;
        int position = at;
        while ((rest & ~0x7F) != 0) {
            to[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[position] = (byte) rest;
        return position + 1;
    }

    /** Writes a zig-zag long where there is room for {@value #LONGEST} bytes; returns the position after it. */
    static int write(long zigzag, byte[] to, int at) {
        if ((zigzag & ~0x7FL) == 0) {
            to[at] = (byte) zigzag;
            return at + 1;
        }
        int significant = Long.SIZE - Long.numberOfLeadingZeros(zigzag);
        if (significant > BITS_OF_EIGHT_BYTES) {
            LITTLE_LONG.set(to, at, spread(zigzag) | MORE);
            return writeBeyondEight(zigzag >>> BITS_OF_EIGHT_BYTES, to, at + 8);
        }
        int bytes = (significant + 6) / 7;
        LITTLE_LONG.set(to, at, spread(zigzag) | (MORE & ((1L << (8 * (bytes - 1))) - 1)));
        return at + bytes;
    }

    private static int writeBeyondEight(long rest, byte[] to, int at) {
        if (rest < 0x80) {
            to[at] = (byte) rest;
            return at + 1;
        }
        to[at] = (byte) (rest | 0x80);
        to[at + 1] = 1;
        return at + 2;
    }

    /** The eight bytes from there; {@link #length} and {@link #value} say what they are. */
    static long eight(byte[] from, int at) {
        return (long) LITTLE_LONG.get(from, at);
    }

    /** How many of eight bytes the number takes; 9 if it goes on beyond. */
    static int length(long eight) {
        return (Long.numberOfTrailingZeros(~eight & MORE) >>> 3) + 1;
    }

    /** The bits of so many of the eight bytes, from 1 to 8. */
    static long value(long eight, int bytes) {
        return gather(eight & ~MORE & (-1L >>> (Long.SIZE - 8 * bytes)));
    }

    /** Seven bits of each byte, put together: pairs of bytes first, then pairs of pairs. */
    private static long gather(long sevens) {
        long pairs = (sevens & 0x007F_007F_007F_007FL) | ((sevens & 0x7F00_7F00_7F00_7F00L) >>> 1);
        long fours = (pairs & 0x0000_3FFF_0000_3FFFL) | ((pairs & 0x3FFF_0000_3FFF_0000L) >>> 2);
        return (fours & 0x0000_0000_0FFF_FFFFL) | ((fours & 0x0FFF_FFFF_0000_0000L) >>> 4);
    }

    /** The lowest 56 bits, seven to a byte: the other way round. */
    private static long spread(long bits) {
        long fours = (bits & 0x0000_0000_0FFF_FFFFL) | ((bits & 0x00FF_FFFF_F000_0000L) << 4);
        long pairs = (fours & 0x0000_3FFF_0000_3FFFL) | ((fours & 0x0FFF_C000_0FFF_C000L) << 2);
        return (pairs & 0x007F_007F_007F_007FL) | ((pairs & 0x3F80_3F80_3F80_3F80L) << 1);
    }
}
