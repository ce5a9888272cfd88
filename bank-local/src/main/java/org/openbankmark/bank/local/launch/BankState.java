package org.openbankmark.bank.local.launch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What runs now, as the running bank keeps it in a file for all other commands.
 *
 * @param process of the running bank itself, which all others end with
 * @param since milliseconds of the epoch
 * @param brokers where Kafka is
 * @param registry where the schema registry is
 * @param pace where the heartbeat's control is
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BankState(
        ProcessMark process,
        Phase phase,
        long since,
        String brokers,
        String registry,
        String pace,
        List<Component> components) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How far it is. */
    enum Phase {
        STARTING,
        UP,
        STOPPING
    }

    /**
     * A server or a service.
     *
     * @param process null for one that is somebody else's
     * @param address for people and programs
     * @param ready where it says whether it is ready; null for one that has no such thing
     * @param log null for one that is somebody else's
     * @param ended how it ended by itself; null while it runs
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Component(
            String name,
            @Nullable ProcessMark process,
            String address,
            @Nullable String ready,
            @Nullable String log,
            @Nullable String ended) {}

    /** Reads it; empty if nothing was started, or was stopped in order. */
    static Optional<BankState> read(Path file) {
        try {
            return Optional.of(JSON.readValue(Files.readAllBytes(file), BankState.class));
        } catch (NoSuchFileException nothingRuns) {
            return Optional.empty();
        } catch (IOException e) {
            throw new LaunchException("what runs cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }

    /** Replaces the file as a whole, so that nobody reads half of it. */
    void write(Path file) {
        try {
            Path partial = Files.write(
                    file.resolveSibling("state.partial"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LaunchException("what runs cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }

    Optional<Component> component(String name) {
        return components.stream().filter(c -> c.name().equals(name)).findFirst();
    }
}
