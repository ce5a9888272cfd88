package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Files to be written into one directory, one after the other: a file system makes one file at a time in a directory, so that
 * several threads would only wait for each other there.
 */
record DirectoryWrites(Path directory, List<WantedFile> files) {

    static List<DirectoryWrites> of(List<WantedFile> writes) {
        Map<Path, List<WantedFile>> directories = new LinkedHashMap<>();
        for (WantedFile write : writes) {
            directories
                    .computeIfAbsent(Objects.requireNonNull(write.target().getParent()), first -> new ArrayList<>())
                    .add(write);
        }
        List<DirectoryWrites> all = new ArrayList<>();
        directories.forEach((directory, files) -> all.add(new DirectoryWrites(directory, files)));
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
