package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The other topologies that are generated into the same project. One whose file is gone (renamed, or moved) is an orphan:
 * nobody but its neighbour will ever clear its files away.
 */
final class Neighbours {
    private final Map<Path, Manifest> orphans;
    private final List<Neighbour> all;

    private Neighbours(Map<Path, Manifest> orphans, List<Neighbour> all) {
        this.orphans = orphans;
        this.all = all;
    }

    private record Neighbour(String source, Basis basis, Set<Path> targets) {}

    static Neighbours of(StateDirectory state, Path source) throws IOException {
        Map<Path, Manifest> orphans = new HashMap<>();
        List<Neighbour> all = new ArrayList<>();
        for (Path file : state.others(source)) {
            Manifest manifest = state.readFile(file);
            Path otherSource = state.absolute(manifest.head().source());
            if (manifest.head().source().isEmpty() || !Files.exists(otherSource)) {
                orphans.put(file, manifest);
            } else {
                Set<Path> targets = new HashSet<>();
                KnownFiles.of(state, List.of(manifest)).all().forEach(known -> targets.add(known.target()));
                all.add(new Neighbour(otherSource.toString(), manifest.head().basis(), targets));
            }
        }
        return new Neighbours(orphans, all);
    }

    boolean hasOrphans() {
        return !orphans.isEmpty();
    }

    List<Manifest> orphans() {
        return new ArrayList<>(orphans.values());
    }

    /**
     * Those whose files must stay as they are. One that has an input in common with this topology, and will be made anew after it,
     * lets what both generate be overwritten: it will want the same, or say itself that it does not.
     */
    Neighbours unyielding(Basis basis, OutputStore.Judgement outdated) throws IOException {
        Set<Path> inputs = new HashSet<>();
        basis.inputs().forEach(input -> inputs.add(input.path()));
        List<Neighbour> unyielding = new ArrayList<>();
        for (Neighbour neighbour : all) {
            boolean shares = neighbour.basis().inputs().stream().anyMatch(input -> inputs.contains(input.path()));
            if (!shares || !outdated.test(neighbour.basis())) {
                unyielding.add(neighbour);
            }
        }
        return new Neighbours(orphans, unyielding);
    }

    /** The other topology's file that a generated file belongs to. */
    Optional<String> owner(Path target) {
        return all.stream()
                .filter(neighbour -> neighbour.targets().contains(target))
                .map(Neighbour::source)
                .findFirst();
    }

    /** Their files have been taken over or removed. */
    void forgetOrphans() throws IOException {
        for (Path manifest : orphans.keySet()) {
            Files.deleteIfExists(manifest);
        }
    }
}
