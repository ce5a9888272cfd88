package org.openbankmark.topology.generator.output;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Tells contents apart, by 64 bits: CRC-32 and CRC-32C over what was added, each part with its length before it. Nobody is to be
 * kept from making two contents alike on purpose: whoever can change what is generated from can change what is generated, too.
 * These two the JVM has as machine code from its start, SHA-256 only once it has compiled it.
 * Not thread-safe.
 */
public final class Digest {
    private final CRC32 crc32 = new CRC32();
    private final CRC32C crc32c = new CRC32C();
    private final byte[] length = new byte[4];

    /** Adds a text. */
    public Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Digest add(byte[] bytes) {
        for (int i = 0; i < length.length; i++) {
            length[i] = (byte) (bytes.length >>> (8 * i));
        }
        update(length);
        update(bytes);
        return this;
    }

    private void update(byte[] bytes) {
        crc32.update(bytes, 0, bytes.length);
        crc32c.update(bytes, 0, bytes.length);
    }

    /** The digest in hex, 16 digits. */
    public String hex() {
        char[] hex = new char[16];
        long bits = crc32.getValue() << 32 | crc32c.getValue();
        for (int i = 0; i < hex.length; i++) {
            hex[i] = Character.forDigit((int) (bits >>> (60 - 4 * i)) & 15, 16);
        }
        return new String(hex);
    }

    /** The digest of these bytes alone, in hex. */
    public static String of(byte[] bytes) {
        Digest digest = new Digest();
        digest.update(bytes);
        return digest.hex();
    }
}
