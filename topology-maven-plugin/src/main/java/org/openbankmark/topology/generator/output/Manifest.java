package org.openbankmark.topology.generator.output;

import java.util.List;
import java.util.Map;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * What one topology has on the disk.
 *
 * @param head what is said of all files together
 * @param entries the files, each once
 */
record Manifest(ManifestHead head, List<ManifestEntry> entries) {

    Manifest {
        entries = List.copyOf(entries);
    }

    /** Of these files, sealed. */
    static Manifest of(String source, Basis basis, Map<Kind, String> roots, List<ManifestEntry> entries) {
        return new Manifest(new ManifestHead(source, basis, roots, Seal.of(entries)), entries);
    }

    /** Of a topology that has nothing on the disk. */
    static Manifest none() {
        return new Manifest(ManifestHead.none(), List.of());
    }
}
