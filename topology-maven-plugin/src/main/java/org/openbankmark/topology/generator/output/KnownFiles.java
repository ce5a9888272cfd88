package org.openbankmark.topology.generator.output;

import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/** Files that earlier runs wrote, by where they are. Not thread-safe. */
final class KnownFiles {
    private final Map<Path, Known> byTarget = new LinkedHashMap<>();

    /** By their paths in lower case; made when it is first asked for. */
    private @Nullable Map<String, Known> byFoldedTarget;

    /** A file that was written below a root. */
    record Known(Path root, Path target, ManifestEntry entry) {}

    /** All that the manifests list; a path that would lead out of its root is not believed. */
    static KnownFiles of(StateDirectory state, List<Manifest> manifests) {
        return of(state, manifests, Set.of());
    }

    /** The same without what is made from these slices. */
    static KnownFiles of(StateDirectory state, List<Manifest> manifests, Set<String> without) {
        KnownFiles files = new KnownFiles();
        for (Manifest manifest : manifests) {
            Map<Kind, Path> roots = new EnumMap<>(Kind.class);
            manifest.head().roots().forEach((kind, root) -> roots.put(kind, state.absolute(root)));
            for (ManifestEntry entry : manifest.entries()) {
                if (without.contains(entry.slice())) {
                    continue;
                }
                Path directory = roots.get(entry.kind());
                if (directory != null && PathRules.outside(entry.path()).isEmpty()) {
                    Path target = directory.resolve(entry.path());
                    files.byTarget.putIfAbsent(target, new Known(directory, target, entry));
                }
            }
        }
        return files;
    }

    Optional<ManifestEntry> at(Path target) {
        return Optional.ofNullable(byTarget.get(target)).map(Known::entry);
    }

    /** A file whose path differs from this one in case only: where the file system ignores case, it is the same file. */
    Optional<Known> inOtherCase(Path target) {
        Map<String, Known> folded = byFoldedTarget;
        if (folded == null) {
            folded = new HashMap<>();
            for (Known known : byTarget.values()) {
                folded.putIfAbsent(folded(known.target()), known);
            }
            byFoldedTarget = folded;
        }
        // As text, because paths of Windows are equal in whatever case.
        return Optional.ofNullable(folded.get(folded(target)))
                .filter(known -> !known.target().toString().equals(target.toString()));
    }

    static String folded(Path target) {
        return target.toString().toLowerCase(Locale.ROOT);
    }

    Collection<Known> all() {
        return byTarget.values();
    }
}
