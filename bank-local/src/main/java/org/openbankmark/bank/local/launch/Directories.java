package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;

/** Makes this bank's directories, for their owner alone, and remembers for how many brokers the data were made. */
final class Directories {
    private Directories() {}

    static void make(Installation installation) {
        try {
            Path home = installation.home();
            if (!Files.isDirectory(home)) {
                Files.createDirectories(home.toAbsolutePath().getParent());
                Files.createDirectory(
                        home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(installation.logs());
            Files.createDirectories(installation.data());
        } catch (IOException e) {
            throw new LaunchException("the directory " + installation.home() + " cannot be made: " + e.getMessage(), e);
        }
    }

    /**
     * How many brokers to start.
     *
     * @param asked by the user; empty to go on with what there is
     * @throws LaunchException if the data were made for another number
     */
    static int brokers(Installation installation, OptionalInt asked) {
        Path file = installation.brokers();
        try {
            if (!Files.exists(file)) {
                return asked.orElse(1);
            }
            int made = Integer.parseInt(Files.readString(file).strip());
            if (asked.isPresent() && asked.getAsInt() != made) {
                throw new LaunchException("the data in " + installation.data() + " were made for " + made
                        + (made == 1 ? " broker" : " brokers") + ", not for " + asked.getAsInt()
                        + ". Leave --brokers out to go on with them, or remove them first: ./bank clean");
            }
            return made;
        } catch (IOException | NumberFormatException e) {
            throw new LaunchException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static void rememberBrokers(Installation installation, int brokers) {
        try {
            Files.writeString(installation.brokers(), brokers + "\n");
        } catch (IOException e) {
            throw new LaunchException(installation.brokers() + " cannot be written: " + e.getMessage(), e);
        }
    }
}
