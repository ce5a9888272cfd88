package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/**
 * The passwords of this installation, made at its first start, in a file that only its owner can read.
 *
 * @param superuser of PostgreSQL's own user
 * @param bank of the user that owns the bank's tables
 */
record Secrets(String superuser, String bank) {
    private static final String SUPERUSER = "postgres.password";
    private static final String BANK = "bank.password";
    private static final int BYTES = 24;

    /** Reads them, or makes them where there are none. */
    static Secrets of(Path file, SecureRandom random) {
        try {
            Properties properties = new Properties();
            if (!Files.exists(file)) {
                properties.setProperty(SUPERUSER, password(random));
                properties.setProperty(BANK, password(random));
                write(file, properties);
            }
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            return new Secrets(require(properties, SUPERUSER, file), require(properties, BANK, file));
        } catch (IOException e) {
            throw new LaunchException("the passwords in " + file + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The file has its permissions from the first moment on. */
    private static void write(Path file, Properties properties) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, "The passwords of this bank's PostgreSQL. Whoever has them has the money.");
        FileAttribute<?> ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            channel.write(StandardCharsets.UTF_8.encode(text.toString()));
        } catch (FileAlreadyExistsException another) {
            throw new IOException("somebody else makes them at the same time", another);
        }
    }

    private static String require(Properties properties, String name, Path file) {
        String value = properties.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new LaunchException(
                    file + " has no " + name + ". If the data are of no use without it: ./bank clean");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Secrets[***]";
    }
}
