package org.openbankmark.topology.generator.output;

import java.util.Comparator;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * A generated file as it was when it was last written.
 *
 * @param path below its root, with forward slashes
 * @param digest of its content; empty where a run was cut off before it was known
 * @param slice digest of what it was made from; empty where that is not known
 * @param size in bytes
 * @param modified its time of change, nanoseconds since 1970
 */
record ManifestEntry(Kind kind, String path, String digest, String slice, long size, long modified) {

    /** By kind and path, which no two entries of a manifest share. */
    static final Comparator<ManifestEntry> ORDER = (a, b) -> {
        int byKind = a.kind.compareTo(b.kind);
        return byKind != 0 ? byKind : a.path.compareTo(b.path);
    };

    /** Whether a run was cut off before it could say that the file is whole; it may be half written, or not there. */
    boolean isUnfinished() {
        return digest.isEmpty();
    }
}
