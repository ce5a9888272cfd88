package org.openbankmark.topology.generator.output;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.generator.GeneratedFile.Kind;
import org.openbankmark.topology.generator.work.Workers;

/**
 * By which the files of a manifest are known to be as they were written, without reading what it says of each: the folders that
 * they are in, how many they are, and a sum over their names, sizes and times. It holds only where nothing else is in those folders
 * but folders that have no dot in their name; where it does not, the entries tell.
 *
 * <p>Times count by the millisecond, and a link as the file that it leads to: whoever edits a file after a run changes its time by
 * more.
 *
 * @param folders in no particular order
 * @param files in all folders
 * @param sum in which the order of the files does not count
 */
record Seal(List<Folder> folders, int files, long sum) {
    /** Files that a thread looks at before it takes more. */
    private static final int PART = 250;

    private static final long NANOS_OF_A_MILLISECOND = 1_000_000;

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

        /** Whether an entry's file is in this folder itself. */
        boolean has(ManifestEntry entry) {
            return entry.kind() == kind
                    && Math.max(0, entry.path().lastIndexOf('/')) == path.length()
                    && entry.path().startsWith(path);
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
    private record Part(Folder folder, File directory, List<String> names) {

        /** By java.io, whose calls go straight to the system: in a cold JVM java.nio takes half as long again. */
        Seal look() {
            int files = 0;
            long sum = 0;
            long start = folder.start();
            for (String name : names) {
                File file = new File(directory, name);
                if (name.indexOf('.') >= 0 || !file.isDirectory()) {
                    files++;
                    sum += term(start, name, file.length(), file.lastModified());
                }
            }
            return new Seal(List.of(), files, sum);
        }
    }

    /** Of no files. */
    static Seal none() {
        return new Seal(List.of(), 0, 0);
    }

    /** What holds as long as these are on the disk and nothing else is beside them. */
    static Seal of(List<ManifestEntry> entries) {
        Map<String, Folder> folders = new LinkedHashMap<>();
        Folder folder = new Folder(Kind.JAVA, "");
        long start = folder.start();
        long sum = 0;
        for (ManifestEntry entry : entries) {
            if (folders.isEmpty() || !folder.has(entry)) {
                folder = Folder.of(entry);
                start = folder.start();
                folders.putIfAbsent(folder.kind().name() + '/' + folder.path(), folder);
            }
            String name = entry.path().substring(entry.path().lastIndexOf('/') + 1);
            sum += term(start, name, entry.size(), Math.floorDiv(entry.modified(), NANOS_OF_A_MILLISECOND));
        }
        return new Seal(new ArrayList<>(folders.values()), entries.size(), sum);
    }

    /** Whether the disk has these files and no others. */
    boolean holds(Roots roots, Workers workers) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Folder folder : folders) {
            Optional<Path> path = folder.in(roots);
            if (path.isEmpty()) {
                return false;
            }
            File directory = path.get().toFile();
            // All names by one call: a stream of paths costs a cold JVM several times as much.
            String[] names = directory.list();
            if (names == null) {
                return false;
            }
            List<String> all = List.of(names);
            for (int from = 0; from < names.length; from += PART) {
                parts.add(new Part(folder, directory, all.subList(from, Math.min(from + PART, names.length))));
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

    /** FNV-1a of 64 bits over the characters. Names of one hash code are easily found, such as AaPaid and BBPaid; by this they differ. */
    private static long bits(String name) {
        long bits = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            bits = (bits ^ name.charAt(i)) * 0x100000001b3L;
        }
        return bits;
    }

    /** Each bit of the result depends on each bit: the last step of MurmurHash3, for 64 bits. */
    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
