package org.openbankmark.topology.generator.output;

import java.util.Map;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * What a manifest says before it comes to single files: all that a run must know in which nothing changed.
 *
 * @param source the topology file
 * @param basis what the files were made from
 * @param roots where the files are
 * @param seal by which they are known to be as they were written
 */
record ManifestHead(String source, Basis basis, Map<Kind, String> roots, Seal seal) {

    ManifestHead {
        roots = Map.copyOf(roots);
    }

    /** Of a topology that has nothing on the disk. */
    static ManifestHead none() {
        return new ManifestHead("", Basis.none(), Map.of(), Seal.none());
    }
}
