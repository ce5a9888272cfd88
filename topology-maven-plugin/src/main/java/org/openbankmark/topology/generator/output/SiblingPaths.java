package org.openbankmark.topology.generator.output;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * The paths of entries, one after the other; entries of one directory, which follow each other in a manifest, share the work for
 * it. Used by one thread.
 */
final class SiblingPaths {
    private final Roots roots;
    private @Nullable Kind kind;
    private String parent = "";
    private Path directory;
    private boolean sound;

    SiblingPaths(Roots roots) {
        this.roots = roots;
        this.directory = roots.sources();
    }

    /** Where an entry is; null where its path would lead outside of its root. */
    @Nullable
    Path of(ManifestEntry entry) {
        String path = entry.path();
        int name = path.lastIndexOf('/') + 1;
        if (kind != entry.kind() || name != parent.length() || !path.startsWith(parent)) {
            kind = entry.kind();
            parent = path.substring(0, name);
            sound = name == 0 || PathRules.outside(path.substring(0, name - 1)).isEmpty();
            directory = sound ? roots.of(kind).resolve(parent) : roots.of(kind);
        }
        String simple = path.substring(name);
        return sound && PathRules.outside(simple).isEmpty() ? directory.resolve(simple) : null;
    }
}
