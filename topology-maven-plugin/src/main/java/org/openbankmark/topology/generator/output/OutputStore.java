package org.openbankmark.topology.generator.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.openbankmark.topology.generator.GeneratedFile;

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
    private final Manifest before;

    private OutputStore(Path source, Roots roots, StateDirectory state, DirectoryLock lock, Manifest before) {
        this.source = source;
        this.roots = roots;
        this.state = state;
        this.lock = lock;
        this.before = before;
    }

    /**
     * Opens what a topology has on the disk, and waits for other builds that write there.
     *
     * @param source the topology file
     * @param stateDirectory for the manifests
     * @throws OutputException if another build does not end
     */
    public static OutputStore open(Path source, Path stateDirectory, Roots roots) throws IOException, OutputException {
        StateDirectory state = new StateDirectory(stateDirectory);
        DirectoryLock lock = DirectoryLock.take(state.path(), LOCK_LIMIT);
        try {
            return new OutputStore(source, roots, state, lock, state.read(source));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What the files were made from. */
    public Basis basis() {
        return before.basis();
    }

    /** Whether all files are on the disk as they were written, and no others of this project's are to be cleared away. */
    public boolean isUntouched() throws IOException {
        if (!before.roots().equals(state.relative(roots))
                || Neighbours.of(state, source).hasOrphans()) {
            return false;
        }
        for (ManifestEntry entry : before.entries()) {
            DiskFile file = DiskFile.at(roots.of(entry.kind()).resolve(entry.path()));
            if (file == null || !file.isAsIn(entry)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Makes the disk what it shall be.
     *
     * @param basis what the files are made from
     * @param files all that shall be there
     * @param generatedMark whether a text is generated, as far as it shows
     * @throws OutputException if something stands in the way; then nothing was touched
     * @throws IOException if the disk fails; then the next run puts things right
     */
    public Changes replace(Basis basis, Collection<GeneratedFile> files, Predicate<String> generatedMark)
            throws IOException, OutputException {
        Neighbours neighbours = Neighbours.of(state, source);
        List<Manifest> earlier = new ArrayList<>(neighbours.orphans());
        earlier.add(0, before);
        KnownFiles known = KnownFiles.of(state, earlier);
        Plan plan = new Plan(roots, known, generatedMark, neighbours::owner);
        plan.addAll(files);
        if (!plan.obstacles().isEmpty()) {
            throw new OutputException(String.join("\n", plan.obstacles()));
        }
        Removal removal = new Removal(generatedMark);
        removal.look(known.all().stream()
                .filter(file -> !plan.wants(file.target())
                        && neighbours.owner(file.target()).isEmpty())
                .toList());
        SortedMap<String, ManifestEntry> entries = new TreeMap<>(plan.settled());
        if (!plan.writes().isEmpty() || !removal.isEmpty()) {
            // What lies below directories of an earlier configuration goes first, for the next manifest cannot name it.
            removal.remove();
            save(basis.unfinished(), unfinished(entries, plan.writes()));
            for (PlannedWrite write : plan.writes()) {
                put(entries, write.write());
            }
        }
        save(basis, entries);
        neighbours.forgetOrphans();
        return new Changes(
                plan.writes().stream().map(PlannedWrite::path).toList(),
                plan.settled().size(),
                removal.names(),
                removal.kept());
    }

    private static SortedMap<String, ManifestEntry> unfinished(
            SortedMap<String, ManifestEntry> settled, List<PlannedWrite> writes) {
        SortedMap<String, ManifestEntry> entries = new TreeMap<>(settled);
        writes.forEach(write -> put(entries, write.intended()));
        return entries;
    }

    private static void put(SortedMap<String, ManifestEntry> entries, ManifestEntry entry) {
        entries.put(entry.key(), entry);
    }

    private void save(Basis basis, SortedMap<String, ManifestEntry> entries) throws IOException {
        Manifest next =
                new Manifest(state.relative(source), basis, state.relative(roots), List.copyOf(entries.values()));
        state.replace(source, next);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
