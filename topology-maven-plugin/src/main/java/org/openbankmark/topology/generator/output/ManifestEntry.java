package org.openbankmark.topology.generator.output;

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

    /** Its key among all entries: unique, and the order of the manifest. */
    String key() {
        return key(kind, path);
    }

    /** Whether a run was cut off before it could say that the file is whole; it may be half written, or not there. */
    boolean isUnfinished() {
        return digest.isEmpty();
    }

    static String key(Kind kind, String path) {
        return kind.name() + "/" + path;
    }
}
