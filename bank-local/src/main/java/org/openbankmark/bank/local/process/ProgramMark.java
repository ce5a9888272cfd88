package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A name for one program as it was built, run by one JVM. The JVM compares the time and the size of each jar with those it made
 * an archive of; but the jars of a reproducible build all have the same time, so here their contents count, too.
 */
final class ProgramMark {
    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int BYTES = 8;

    private ProgramMark() {}

    /** @throws IOException if a jar cannot be read */
    static String of(List<Path> classPath) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String property : List.of("java.home", "java.vm.name", "java.vm.version", "os.arch")) {
                add(digest, String.valueOf(System.getProperty(property)));
            }
            Set<Path> jars = new LinkedHashSet<>();
            for (Path jar : classPath) {
                withReferences(jar.toAbsolutePath().normalize(), jars);
            }
            for (Path jar : jars) {
                add(digest, jar + " " + Files.getLastModifiedTime(jar).toMillis());
                addContents(digest, jar);
            }
            return stem(classPath) + "-" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /** For people who look into the directory. */
    private static String stem(List<Path> classPath) {
        Path last = classPath.get(classPath.size() - 1).toAbsolutePath();
        // Of one jar its own name, of many that of their directory.
        Path named = last.getName(last.getNameCount() - (classPath.size() <= 2 ? 1 : 2));
        return named.toString().replaceFirst("\\.jar$", "").replaceAll("[^A-Za-z0-9._-]+", "_");
    }

    /** A jar's manifest may name further ones. */
    private static void withReferences(Path jar, Set<Path> jars) throws IOException {
        if (!Files.isRegularFile(jar) || !jars.add(jar)) {
            return;
        }
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            String references =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (references != null) {
                for (String reference : references.strip().split("\\s+", -1)) {
                    withReferences(jar.resolveSibling(reference).normalize(), jars);
                }
            }
        }
    }

    /** The directory at the end of a jar has a checksum of each file in it. */
    private static void addContents(MessageDigest digest, Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
            long length = file.length();
            byte[] end = new byte[(int) Math.min(END_RECORD, length)];
            file.seek(length - end.length);
            file.readFully(end);
            long start = 0;
            if (end.length == END_RECORD) {
                ByteBuffer record = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN);
                if (record.getInt(0) == END_SIGNATURE) {
                    start = Integer.toUnsignedLong(record.getInt(16));
                }
            }
            // A jar that ends in a comment, or is larger than 4 GB, is read as a whole.
            start = start < length ? start : 0;
            file.seek(start);
            byte[] part = new byte[1 << 16];
            for (int count = file.read(part); count > 0; count = file.read(part)) {
                digest.update(part, 0, count);
            }
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
