package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile;

/**
 * A file that shall be there.
 *
 * @param target where; of no meaning if the path leads outside
 * @param digest of the bytes
 */
record WantedFile(GeneratedFile file, Path target, byte[] bytes, String digest) {

    static WantedFile of(GeneratedFile file, Roots roots) {
        byte[] bytes = file.content().getBytes(StandardCharsets.UTF_8);
        Path root = roots.of(file.kind());
        Path target = PathRules.outside(file.path()).isEmpty() ? root.resolve(file.path()) : root;
        return new WantedFile(file, target, bytes, Digest.of(bytes));
    }

    String path() {
        return file.path();
    }

    /** Whether the disk has these bytes already. */
    boolean isDone(DiskFile there, @Nullable ManifestEntry known) throws IOException {
        if (known != null && there.isAsIn(known)) {
            return known.digest().equals(digest);
        }
        return there.regular() && there.size() == bytes.length && Arrays.equals(there.content(), bytes);
    }

    /** The entry for the file before it is written. */
    ManifestEntry intended() {
        return new ManifestEntry(file.kind(), file.path(), "", -1, -1);
    }

    /** The entry for the file as it is on the disk, with these bytes. */
    ManifestEntry entry(DiskFile there) {
        return new ManifestEntry(file.kind(), file.path(), digest, there.size(), there.modified());
    }

    /** Writes the file; the directories above it are there. */
    ManifestEntry write() throws IOException {
        Files.write(target, bytes);
        DiskFile there = DiskFile.at(target);
        if (there == null) {
            throw new NoSuchFileException(target.toString(), null, "was removed while it was being written");
        }
        return entry(there);
    }
}
