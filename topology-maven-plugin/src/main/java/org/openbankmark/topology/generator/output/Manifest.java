package org.openbankmark.topology.generator.output;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * What one topology has on the disk.
 *
 * @param source the topology file
 * @param fingerprint of the inputs that the files were made from; empty where a run was cut off before its end
 * @param inputs files and directories that were read, the topology file first
 * @param roots where the files are
 * @param entries by {@link ManifestEntry#key()}
 */
record Manifest(
        String source,
        String fingerprint,
        List<String> inputs,
        Map<Kind, String> roots,
        SortedMap<String, ManifestEntry> entries) {

    Manifest {
        inputs = List.copyOf(inputs);
        roots = Map.copyOf(roots);
        entries = Collections.unmodifiableSortedMap(entries);
    }

    /** Of a topology that has nothing on the disk. */
    static Manifest none() {
        return new Manifest("", "", List.of(), Map.of(), new TreeMap<>());
    }
}
