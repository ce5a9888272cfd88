package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.Piece;

/** A file that shall be there: its place, its bytes, their digest, and the slice that it is made from. */
final class WantedFile {
    private final GeneratedFile file;
    private final String slice;
    private final Path target;
    private final Path directory;
    private final byte[] bytes;
    private final String digest;

    private WantedFile(GeneratedFile file, String slice, Path target) {
        this.file = file;
        this.slice = slice;
        this.target = target;
        Path parent = target.getParent();
        this.directory = parent == null ? target : parent;
        this.bytes = file.content().getBytes(StandardCharsets.UTF_8);
        this.digest = Digest.of(bytes);
    }

    /** The files of a piece; none for one whose files are there already. */
    static List<WantedFile> of(Piece piece, Roots roots) {
        List<WantedFile> wanted = new ArrayList<>();
        for (GeneratedFile file : piece.files().orElse(List.of())) {
            wanted.add(of(file, piece.slice(), roots));
        }
        return wanted;
    }

    private static WantedFile of(GeneratedFile file, String slice, Roots roots) {
        Path root = roots.of(file.kind());
        // Where the path leads outside, nothing will be done with the target.
        Path target = PathRules.outside(file.path()).isEmpty() ? root.resolve(file.path()) : root;
        return new WantedFile(file, slice, target);
    }

    GeneratedFile file() {
        return file;
    }

    Path target() {
        return target;
    }

    Path directory() {
        return directory;
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
        return new ManifestEntry(file.kind(), file.path(), "", slice, -1, -1);
    }

    /** The entry for the file as it is on the disk, with these bytes. */
    ManifestEntry entry(DiskFile there) {
        return new ManifestEntry(file.kind(), file.path(), digest, slice, there.size(), there.modified());
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
