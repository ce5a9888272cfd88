package org.openbankmark.topology.runtime.codec;

import org.apache.avro.AvroRuntimeException;

/** Encodes strings as {@link String#getBytes(java.nio.charset.Charset)} does, straight into a buffer. */
final class Utf8 {
    private Utf8() {}

    /** How many bytes the string takes. */
    static int length(String value) {
        int chars = value.length();
        long bytes = 0;
        for (int i = 0; i < chars; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else if (isPair(value, i, chars)) {
                bytes += 4;
                i++;
            } else {
                bytes++;
            }
        }
        if (bytes > Integer.MAX_VALUE - 8) {
            throw new AvroRuntimeException("a string takes more than 2 GB");
        }
        return (int) bytes;
    }

    /** Writes the string where there is room for {@link #length} bytes; returns the position after it. */
    static int write(String value, byte[] to, int at) {
        int chars = value.length();
        int position = at;
        for (int i = 0; i < chars; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                to[position++] = (byte) c;
            } else if (c < 0x800) {
                to[position++] = (byte) (0xC0 | (c >> 6));
                to[position++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                to[position++] = (byte) (0xE0 | (c >> 12));
                to[position++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                to[position++] = (byte) (0x80 | (c & 0x3F));
            } else if (isPair(value, i, chars)) {
                int point = Character.toCodePoint(c, value.charAt(++i));
                to[position++] = (byte) (0xF0 | (point >> 18));
                to[position++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                to[position++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                to[position++] = (byte) (0x80 | (point & 0x3F));
            } else {
                to[position++] = '?';
            }
        }
        return position;
    }

    private static boolean isPair(String value, int at, int chars) {
        return Character.isHighSurrogate(value.charAt(at))
                && at + 1 < chars
                && Character.isLowSurrogate(value.charAt(at + 1));
    }
}
