package org.openbankmark.topology.generator.output;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over what was added, each part with its length so that different parts never give the same digest. Not thread-safe. */
public final class Digest {
    private final MessageDigest sha256 = sha256();

    /** Adds a text. */
    public Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Digest add(byte[] bytes) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            sha256.update((byte) (bytes.length >>> shift));
        }
        sha256.update(bytes);
        return this;
    }

    /** The digest in hex; what was added is forgotten. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The first half of {@link #hex}, enough to tell things apart that nobody makes alike on purpose. */
    public String slice() {
        return hex().substring(0, 32);
    }

    /** The digest of these bytes alone, in hex. */
    public static String of(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
