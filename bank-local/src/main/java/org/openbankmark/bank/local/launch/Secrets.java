package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;

/**
 * The passwords of this installation, made at its first start, in a file that only its owner can read.
 *
 * @param superuser of PostgreSQL's own user
 * @param bank of the user that owns the bank's tables
 * @param employee with which an employee logs in
 */
record Secrets(String superuser, String bank, String employee) {
    /** With which a user sets the employee's password. */
    static final String EMPLOYEE_VARIABLE = "BANK_EMPLOYEE_PASSWORD";

    private static final String SUPERUSER = "postgres.password";
    private static final String BANK = "bank.password";
    private static final int BYTES = 24;

    /** Reads them, or makes them where there are none. */
    static Secrets of(Installation installation, Map<String, String> environment, SecureRandom random) {
        Path file = installation.secrets();
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
            return new Secrets(
                    require(properties, SUPERUSER, file),
                    require(properties, BANK, file),
                    employee(installation.employeePassword(), environment, random));
        } catch (IOException e) {
            throw new LaunchException(
                    "the passwords in " + installation.home() + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    private static String password(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void write(Path file, Properties properties) throws IOException {
        StringWriter text = new StringWriter();
        properties.store(text, "The passwords of this bank's PostgreSQL. Whoever has them has the money.");
        OwnerOnlyFile.make(file, text.toString());
    }

    /** The user's, or one of ours, alone in its file, so that people find it. */
    private static String employee(Path file, Map<String, String> environment, SecureRandom random) throws IOException {
        String chosen = environment.get(EMPLOYEE_VARIABLE);
        if (chosen != null && !chosen.isBlank()) {
            return chosen;
        }
        if (!Files.exists(file)) {
            OwnerOnlyFile.make(file, password(random) + "\n");
        }
        return Files.readString(file).strip();
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
