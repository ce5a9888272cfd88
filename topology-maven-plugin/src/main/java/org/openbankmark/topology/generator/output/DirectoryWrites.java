package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files to be written into one directory, one after the other; few enough that all threads have some to write. */
record DirectoryWrites(Path directory, List<WantedFile> files) {
    private static final int PART = 50;

    static List<DirectoryWrites> of(List<WantedFile> writes) {
        Map<Path, List<WantedFile>> directories = new LinkedHashMap<>();
        for (WantedFile write : writes) {
            directories
                    .computeIfAbsent(write.directory(), first -> new ArrayList<>())
                    .add(write);
        }
        List<DirectoryWrites> all = new ArrayList<>();
        directories.forEach((directory, files) -> {
            for (int from = 0; from < files.size(); from += PART) {
                all.add(new DirectoryWrites(directory, files.subList(from, Math.min(from + PART, files.size()))));
            }
        });
        return all;
    }

    /** Makes the directory and writes its files. */
    List<ManifestEntry> write() throws IOException {
        Files.createDirectories(directory);
        List<ManifestEntry> entries = new ArrayList<>(files.size());
        for (WantedFile file : files) {
            entries.add(file.write());
        }
        return entries;
    }
}
