package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbankmark.topology.generator.work.Workers;

/** What an earlier run wrote and nobody has touched since: files by the slice that they were made from. Immutable. */
public final class Intact {
    /** Files that a thread looks at before it takes more. */
    private static final int PART = 250;

    private final Map<String, List<ManifestEntry>> bySlice;

    private Intact(Map<String, List<ManifestEntry>> bySlice) {
        this.bySlice = bySlice;
    }

    /** Nothing: all is made anew. */
    public static Intact nothing() {
        return new Intact(Map.of());
    }

    /** Looks at all files of a manifest. A slice is intact if each of its files is. */
    static Intact of(Manifest manifest, Roots roots) throws IOException {
        Map<String, List<ManifestEntry>> bySlice = new LinkedHashMap<>();
        for (ManifestEntry entry : manifest.entries()) {
            bySlice.computeIfAbsent(entry.slice(), slice -> new ArrayList<>()).add(entry);
        }
        for (ManifestEntry touched : touched(manifest.entries(), roots)) {
            bySlice.remove(touched.slice());
        }
        bySlice.remove("");
        return new Intact(bySlice);
    }

    /** Whether all files of a manifest are as they were written. */
    static boolean isWhole(Manifest manifest, Roots roots, Workers workers) throws IOException {
        for (List<ManifestEntry> touched : workers.map(parts(manifest), part -> touched(part, roots))) {
            if (!touched.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static List<List<ManifestEntry>> parts(Manifest manifest) {
        List<List<ManifestEntry>> parts = new ArrayList<>();
        List<ManifestEntry> all = manifest.entries();
        for (int from = 0; from < all.size(); from += PART) {
            parts.add(all.subList(from, Math.min(from + PART, all.size())));
        }
        return parts;
    }

    private static List<ManifestEntry> touched(List<ManifestEntry> entries, Roots roots) throws IOException {
        List<ManifestEntry> touched = new ArrayList<>();
        SiblingPaths paths = new SiblingPaths(roots);
        for (ManifestEntry entry : entries) {
            Path path = paths.of(entry);
            DiskFile file = path == null ? null : DiskFile.at(path);
            if (file == null || !file.isAsIn(entry)) {
                touched.add(entry);
            }
        }
        return touched;
    }

    /** Whether the files made from that slice are on the disk as they were written. */
    public boolean has(String slice) {
        return bySlice.containsKey(slice);
    }

    /** The files made from that slice. */
    List<ManifestEntry> files(String slice) {
        return bySlice.getOrDefault(slice, List.of());
    }
}
