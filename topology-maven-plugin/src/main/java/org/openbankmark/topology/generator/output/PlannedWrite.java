package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile;

/** A file that may have to be written: its place, its bytes, their digest. */
final class PlannedWrite {
    private final GeneratedFile file;
    private final Path target;
    private final byte[] bytes;
    private final String digest;

    PlannedWrite(GeneratedFile file, Path target) {
        this.file = file;
        this.target = target;
        this.bytes = file.content().getBytes(StandardCharsets.UTF_8);
        this.digest = Digest.of(bytes);
    }

    String path() {
        return file.path();
    }

    /** Whether the disk has these bytes already. */
    boolean isDone(DiskFile onDisk, @Nullable ManifestEntry known) throws IOException {
        if (known != null && onDisk.isAsIn(known)) {
            return known.digest().equals(digest);
        }
        return onDisk.regular() && onDisk.size() == bytes.length && Arrays.equals(onDisk.content(), bytes);
    }

    /** The entry for the file before it is written. */
    ManifestEntry intended() {
        return new ManifestEntry(file.kind(), file.path(), "", -1, -1);
    }

    /** The entry for the file as it is on the disk, with these bytes. */
    ManifestEntry entry(DiskFile onDisk) {
        return new ManifestEntry(file.kind(), file.path(), digest, onDisk.size(), onDisk.modified());
    }

    /** Writes the file, and the directories above it. */
    ManifestEntry write() throws IOException {
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.write(target, bytes);
        DiskFile onDisk = DiskFile.at(target);
        if (onDisk == null) {
            throw new NoSuchFileException(target.toString(), null, "was removed while it was being written");
        }
        return entry(onDisk);
    }
}
