package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The other topologies that are generated into the same project. One whose file is gone (renamed, or moved) is an orphan:
 * nobody but its neighbour will ever clear its files away.
 */
final class Neighbours {
    private final Map<Path, Manifest> orphans;
    private final Map<Path, String> owners;

    private Neighbours(Map<Path, Manifest> orphans, Map<Path, String> owners) {
        this.orphans = orphans;
        this.owners = owners;
    }

    static Neighbours of(StateDirectory state, Path source) throws IOException {
        Map<Path, Manifest> orphans = new HashMap<>();
        Map<Path, String> owners = new HashMap<>();
        for (Path file : state.others(source)) {
            Manifest manifest = state.readFile(file);
            Path otherSource = state.absolute(manifest.source());
            if (manifest.source().isEmpty() || !Files.exists(otherSource)) {
                orphans.put(file, manifest);
            } else {
                KnownFiles.of(state, List.of(manifest))
                        .all()
                        .forEach(known -> owners.put(known.target(), otherSource.toString()));
            }
        }
        return new Neighbours(orphans, owners);
    }

    boolean hasOrphans() {
        return !orphans.isEmpty();
    }

    List<Manifest> orphans() {
        return new ArrayList<>(orphans.values());
    }

    /** The other topology's file that a generated file belongs to. */
    Optional<String> owner(Path target) {
        return Optional.ofNullable(owners.get(target));
    }

    /** Their files have been taken over or removed. */
    void forgetOrphans() throws IOException {
        for (Path manifest : orphans.keySet()) {
            Files.deleteIfExists(manifest);
        }
    }
}
