package org.openbankmark.topology.generator.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.Piece;
import org.openbankmark.topology.generator.work.Workers;

/**
 * The generated files of one topology on the disk, and the only one that writes there. It holds a lock against other
 * builds from its opening to its closing. Not thread-safe.
 *
 * <p>A manifest says what was written. It is made anew only after all files are in place; before the first of them is
 * written, a manifest that vouches for nothing lists what will be there, so that a run after a crash knows its own.
 */
public final class OutputStore implements Closeable {
    private static final Duration LOCK_LIMIT = Duration.ofMinutes(2);

    private final Path source;
    private final Roots roots;
    private final StateDirectory state;
    private final DirectoryLock lock;
    private final ManifestHead head;
    private final Workers workers;
    private @Nullable Manifest before;

    /** Judges what a topology's files were made from. */
    @FunctionalInterface
    public interface Judgement {
        boolean test(Basis basis) throws IOException;
    }

    private OutputStore(
            Path source, Roots roots, StateDirectory state, DirectoryLock lock, ManifestHead head, Workers workers) {
        this.source = source;
        this.roots = roots;
        this.state = state;
        this.lock = lock;
        this.head = head;
        this.workers = workers;
    }

    /**
     * Opens what a topology has on the disk, and waits for other builds that write there.
     *
     * @param source the topology file
     * @param stateDirectory for the manifests
     * @param workers look at files and write them
     * @throws OutputException if another build does not end
     */
    public static OutputStore open(Path source, Path stateDirectory, Roots roots, Workers workers)
            throws IOException, OutputException {
        StateDirectory state = new StateDirectory(stateDirectory);
        DirectoryLock lock = DirectoryLock.take(state.path(), LOCK_LIMIT);
        try {
            return new OutputStore(source, roots, state, lock, state.head(source), workers);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What the files were made from. */
    public Basis basis() {
        return head.basis();
    }

    /** Whether all files are on the disk as they were written, and no others of this project's are to be cleared away. */
    public boolean isUntouched() throws IOException {
        return hasSameRoots()
                && !Neighbours.of(state, source).hasOrphans()
                && (head.seal().holds(roots, workers) || isWhole());
    }

    /** What of the files needs not be made anew if it is to be made from the same. Another thread may ask for it. */
    public Intact intact() throws IOException {
        return hasSameRoots() ? Intact.of(before(), roots) : Intact.nothing();
    }

    private boolean isWhole() throws IOException {
        Manifest whole = before();
        return whole.head().equals(head) && Intact.isWhole(whole, roots, workers);
    }

    /** What was on the disk; read when it is first asked for, as most runs need not know of single files. */
    private synchronized Manifest before() throws IOException {
        Manifest known = before;
        if (known == null) {
            known = state.read(source);
            before = known;
        }
        return known;
    }

    private boolean hasSameRoots() {
        return head.roots().equals(state.relative(roots));
    }

    /**
     * Makes the disk what it shall be.
     *
     * @param basis what the files are made from
     * @param pieces all that shall be there
     * @param intact has the files of pieces that come without any
     * @param generatedMark whether a text is generated, as far as it shows
     * @param outdated whether another topology, whose files were made from that, will be made anew
     * @throws OutputException if something stands in the way; then nothing was touched
     * @throws IOException if the disk fails; then the next run puts things right
     */
    public Changes replace(
            Basis basis, List<Piece> pieces, Intact intact, Predicate<String> generatedMark, Judgement outdated)
            throws IOException, OutputException {
        Neighbours neighbours = Neighbours.of(state, source);
        List<Manifest> earlier = new ArrayList<>(neighbours.orphans());
        earlier.add(0, before());
        Set<String> kept = new HashSet<>();
        if (earlier.size() == 1) {
            // They are wanted and untouched, and nobody else knows them: nothing is to be decided about them.
            for (Piece piece : pieces) {
                if (piece.files().isEmpty()) {
                    kept.add(piece.slice());
                }
            }
        }
        KnownFiles known = KnownFiles.of(state, earlier, kept);
        Plan plan = new Plan(roots, known, generatedMark, neighbours.unyielding(basis, outdated)::owner);
        List<WantedFile> all = new ArrayList<>();
        for (List<WantedFile> files : workers.map(pieces, piece -> WantedFile.of(piece, roots))) {
            all.addAll(files);
        }
        List<WantedFile> wanted = plan.claim(all);
        for (Piece piece : pieces) {
            if (piece.files().isEmpty()) {
                intact.files(piece.slice()).forEach(plan::keep);
                if (kept.isEmpty()) {
                    intact.files(piece.slice()).forEach(plan::protect);
                }
            }
        }
        List<Optional<DiskFile>> there = look(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            plan.add(wanted.get(i), there.get(i).orElse(null));
        }
        if (!plan.obstacles().isEmpty()) {
            throw new OutputException(String.join("\n", plan.obstacles()));
        }
        Removal removal = new Removal(generatedMark);
        plan.respelled().forEach(removal::take);
        removal.look(unwanted(known, plan, neighbours));
        List<ManifestEntry> entries = plan.settled();
        int unchanged = entries.size();
        if (!plan.writes().isEmpty() || !removal.isEmpty()) {
            // What lies below directories of an earlier configuration goes first, for the next manifest cannot name it.
            removal.remove();
            save(basis.unfinished(), unfinished(entries, plan.writes()));
            for (List<ManifestEntry> written : workers.map(DirectoryWrites.of(plan.writes()), DirectoryWrites::write)) {
                entries.addAll(written);
            }
        }
        save(basis, entries);
        neighbours.forgetOrphans();
        return new Changes(
                plan.writes().stream().map(WantedFile::path).toList(), unchanged, removal.names(), removal.kept());
    }

    private static List<KnownFiles.Known> unwanted(KnownFiles known, Plan plan, Neighbours neighbours)
            throws IOException {
        List<KnownFiles.Known> unwanted = new ArrayList<>();
        for (KnownFiles.Known file : known.all()) {
            if (!plan.wants(file.target()) && neighbours.owner(file.target()).isEmpty()) {
                unwanted.add(file);
            }
        }
        return unwanted;
    }

    /** What is there now. A directory that is not has nothing in it; to ask for each file costs an exception each. */
    private List<Optional<DiskFile>> look(List<WantedFile> wanted) throws IOException {
        Map<Path, Boolean> directories = new HashMap<>();
        for (WantedFile file : wanted) {
            directories.computeIfAbsent(file.directory(), Files::exists);
        }
        return workers.map(
                wanted,
                file -> directories.getOrDefault(file.directory(), true)
                        ? Optional.ofNullable(DiskFile.at(file.target()))
                        : Optional.empty());
    }

    private static List<ManifestEntry> unfinished(List<ManifestEntry> settled, List<WantedFile> writes) {
        List<ManifestEntry> entries = new ArrayList<>(settled);
        for (WantedFile write : writes) {
            entries.add(write.intended());
        }
        return entries;
    }

    private void save(Basis basis, List<ManifestEntry> entries) throws IOException {
        entries.sort(ManifestEntry.ORDER);
        state.replace(source, Manifest.of(state.relative(source), basis, state.relative(roots), entries));
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
