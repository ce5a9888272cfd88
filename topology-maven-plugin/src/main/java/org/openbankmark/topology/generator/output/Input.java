package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * A file or a folder that generated files were made from, as it was then.
 *
 * @param size in bytes
 * @param modified its time of change, nanoseconds since 1970; -1 if it was not there
 */
public record Input(Path path, long size, long modified) {

    /** As it is now. */
    public static Input at(Path path) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return new Input(
                    path, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
        } catch (NoSuchFileException e) {
            return new Input(path, 0, -1);
        }
    }

    /** Whether the other has the same size and time. */
    public boolean isAs(Input other) {
        return other.size == size && other.modified == modified;
    }

    /** Whether it was changed at that time or later, milliseconds since 1970. */
    public boolean isChangedSince(long millis) {
        return TimeUnit.NANOSECONDS.toMillis(modified) >= millis;
    }
}
