package org.openbankmark.topology.generator.output;

import java.util.List;
import java.util.Map;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * What one topology has on the disk.
 *
 * @param source the topology file
 * @param basis what the files were made from
 * @param roots where the files are
 * @param entries the files, each once
 */
record Manifest(String source, Basis basis, Map<Kind, String> roots, List<ManifestEntry> entries) {

    Manifest {
        roots = Map.copyOf(roots);
        entries = List.copyOf(entries);
    }

    /** Of a topology that has nothing on the disk. */
    static Manifest none() {
        return new Manifest("", Basis.none(), Map.of(), List.of());
    }
}
