package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Files that nothing generates any more. Only what an earlier run wrote is looked at, and only what is as it was written,
 * or carries the mark of generated files, is removed; directories that become empty go with it.
 */
final class Removal {
    private final Predicate<String> generatedMark;
    private final List<KnownFiles.Known> files = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    Removal(Predicate<String> generatedMark) {
        this.generatedMark = generatedMark;
    }

    /** Takes those of the files that have to go; touches nothing. */
    void look(Collection<KnownFiles.Known> candidates) throws IOException {
        for (KnownFiles.Known known : candidates) {
            DiskFile onDisk = DiskFile.at(known.target());
            if (onDisk == null) {
                continue;
            }
            if (onDisk.regular() && isGenerated(onDisk, known.entry())) {
                files.add(known);
            } else {
                kept.add(known.target().toString());
            }
        }
    }

    /** Takes a file that has to go, whatever became of it. */
    void take(KnownFiles.Known known) {
        files.add(known);
    }

    private boolean isGenerated(DiskFile onDisk, ManifestEntry entry) throws IOException {
        if (onDisk.isAsIn(entry) || entry.isUnfinished()) {
            return true;
        }
        byte[] content = onDisk.content();
        return Digest.of(content).equals(entry.digest())
                || generatedMark.test(new String(content, StandardCharsets.UTF_8));
    }

    void remove() throws IOException {
        for (KnownFiles.Known known : files) {
            Files.deleteIfExists(known.target());
            removeEmpty(Objects.requireNonNull(known.target().getParent()), known.root());
        }
    }

    private static void removeEmpty(Path directory, Path root) throws IOException {
        for (Path d = directory; d != null && !d.equals(root) && d.startsWith(root); d = d.getParent()) {
            try {
                // Somebody else may have been faster.
                Files.deleteIfExists(d);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
        }
    }

    /** Paths below their roots. */
    List<String> names() {
        return files.stream().map(known -> known.entry().path()).toList();
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** Files that were edited by hand, and stay. */
    List<String> kept() {
        return kept;
    }
}
