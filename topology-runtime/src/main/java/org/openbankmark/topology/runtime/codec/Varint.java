package org.openbankmark.topology.runtime.codec;

/** Writes variable-length numbers: seven bits a byte, the lowest first (Avro specification, "Primitive Types"). */
final class Varint {
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

    /** Writes a zig-zag long where there is room for 10 bytes; returns the position after it. */
    static int write(long zigzag, byte[] to, int at) {
        long rest = zigzag;
        int position = at;
        while ((rest & ~0x7FL) != 0) {
            to[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[position] = (byte) rest;
        return position + 1;
    }
}
