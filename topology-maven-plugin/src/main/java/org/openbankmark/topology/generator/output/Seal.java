package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile.Kind;
import org.openbankmark.topology.generator.work.Workers;

/**
 * By which the files of a manifest are known to be as they were written, without reading what it says of each: the folders that
 * they are in, how many they are, and a sum over their names, sizes and times. It holds only where nothing else is in those folders;
 * where it does not, the entries tell.
 *
 * @param folders in no particular order
 * @param files in all folders
 * @param sum in which the order of the files does not count
 */
record Seal(List<Folder> folders, int files, long sum) {
    /** Files that a thread looks at before it takes more. */
    private static final int PART = 250;

    Seal {
        folders = List.copyOf(folders);
    }

    /**
     * A directory with files of one kind.
     *
     * @param path below the root of the kind, with forward slashes; empty for the root itself
     */
    record Folder(Kind kind, String path) {
        static Folder of(ManifestEntry entry) {
            return new Folder(
                    entry.kind(),
                    entry.path().substring(0, Math.max(0, entry.path().lastIndexOf('/'))));
        }

        Optional<Path> in(Roots roots) {
            Path root = roots.of(kind);
            if (path.isEmpty()) {
                return Optional.of(root);
            }
            return PathRules.outside(path).isEmpty() ? Optional.of(root.resolve(path)) : Optional.empty();
        }

        private long start() {
            return bits(kind.name() + path);
        }
    }

    /** Some of what is in a folder. */
    private record Part(Folder folder, Path directory, List<String> names) {
        Seal look() throws IOException {
            int files = 0;
            long sum = 0;
            long start = folder.start();
            for (String name : names) {
                DiskFile file = at(name);
                if (file != null && file.regular()) {
                    files++;
                    sum += term(start, name, file.size(), file.modified());
                }
            }
            return new Seal(List.of(), files, sum);
        }

        private @Nullable DiskFile at(String name) throws IOException {
            try {
                return DiskFile.at(directory.resolve(name));
            } catch (InvalidPathException e) {
                // Somebody else's: a name that this JVM cannot write, such as one with an umlaut where the locale is C.
                return null;
            }
        }
    }

    /** Of no files. */
    static Seal none() {
        return new Seal(List.of(), 0, 0);
    }

    /** What holds as long as these are on the disk and nothing else is beside them. */
    static Seal of(List<ManifestEntry> entries) {
        Set<Folder> folders = new LinkedHashSet<>();
        long sum = 0;
        for (ManifestEntry entry : entries) {
            Folder folder = Folder.of(entry);
            folders.add(folder);
            String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
            sum += term(folder.start(), name, entry.size(), entry.modified());
        }
        return new Seal(new ArrayList<>(folders), entries.size(), sum);
    }

    /** Whether the disk has these files and no others. */
    boolean holds(Roots roots, Workers workers) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Folder folder : folders) {
            Optional<Path> directory = folder.in(roots);
            // All names by one call: a stream of paths costs a cold JVM several times as much.
            String[] names = directory.map(path -> path.toFile().list()).orElse(null);
            if (names == null) {
                return false;
            }
            List<String> all = List.of(names);
            for (int from = 0; from < names.length; from += PART) {
                parts.add(new Part(folder, directory.get(), all.subList(from, Math.min(from + PART, names.length))));
            }
        }
        int found = 0;
        long seen = 0;
        for (Seal part : workers.map(parts, Part::look)) {
            found += part.files;
            seen += part.sum;
        }
        return found == files && seen == sum;
    }

    private static long term(long start, String name, long size, long modified) {
        return mixed(mixed(mixed(start + bits(name)) + size) + modified);
    }

    /** Two names of one hash code are easily found, such as AaPaid and BBPaid; by the checksum they differ. */
    private static long bits(String name) {
        CRC32C checksum = new CRC32C();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        checksum.update(bytes, 0, bytes.length);
        return checksum.getValue() << 32 ^ name.hashCode();
    }

    /** Each bit of the result depends on each bit: the last step of MurmurHash3, for 64 bits. */
    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
