package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A path as it is on the disk now.
 *
 * @param regular whether it is a file, not a directory or a link
 * @param size in bytes
 * @param modified nanoseconds since 1970
 */
record DiskFile(Path path, boolean regular, long size, long modified) {

    /** Null where nothing is there. */
    static @Nullable DiskFile at(Path path) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return new DiskFile(
                    path,
                    attributes.isRegularFile(),
                    attributes.size(),
                    attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Whether two paths are names of one file, and neither is a link to it. */
    static boolean isOne(Path one, Path other) throws IOException {
        return isRegular(one) && isRegular(other) && Files.isSameFile(one, other);
    }

    private static boolean isRegular(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether nothing was done to it since the entry was made: the same size and the same time. */
    boolean isAsIn(ManifestEntry entry) {
        return regular && size == entry.size() && modified == entry.modified();
    }

    byte[] content() throws IOException {
        return Files.readAllBytes(path);
    }
}
