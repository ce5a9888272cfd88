package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile;

/**
 * What has to be done to the disk, worked out before anything is touched, with all that stands in the way.
 *
 * <p>A file on the disk may be overwritten if this topology wrote it, if it carries the mark of generated files, or if
 * it has the right content already. Any other file is somebody's own.
 *
 * <p>Where the file system ignores case, a file whose name changes in case only would keep its old name when it is overwritten: it is
 * removed first.
 */
final class Plan {
    private final Roots roots;
    private final KnownFiles before;
    private final Predicate<String> generatedMark;
    private final Function<Path, Optional<String>> otherOwner;
    private final PathRules rules;
    private final Set<Path> targets = new HashSet<>();
    private final List<KnownFiles.Known> respelled = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();
    private final List<WantedFile> writes = new ArrayList<>();
    private final List<ManifestEntry> settled = new ArrayList<>();

    /** Targets by their paths in lower case; made when it is first asked for. */
    private @Nullable Map<String, Path> byFoldedTarget;

    /**
     * An empty plan.
     *
     * @param generatedMark whether a text is generated, as far as it shows
     * @param otherOwner the topology that has generated a path and wants it to stay so, where it is not this one
     */
    Plan(Roots roots, KnownFiles before, Predicate<String> generatedMark, Function<Path, Optional<String>> otherOwner) {
        this.roots = roots;
        this.before = before;
        this.generatedMark = generatedMark;
        this.otherOwner = otherOwner;
        this.rules = new PathRules(roots);
    }

    /** Those of the files whose paths may be used; what is wrong with the others stands in the way. */
    List<WantedFile> claim(Collection<WantedFile> files) {
        List<WantedFile> sound = new ArrayList<>(files.size());
        for (WantedFile wanted : files) {
            GeneratedFile file = wanted.file();
            Optional<String> wrong = rules.claim(file).or(() -> rules.blocked(file.kind(), file.path()));
            wrong.ifPresentOrElse(obstacles::add, () -> sound.add(wanted));
        }
        return sound;
    }

    /** Adds a file that is on the disk as it shall be, and that nobody has touched. */
    void keep(ManifestEntry entry) {
        GeneratedFile file = new GeneratedFile(entry.kind(), entry.path(), "", "the topology");
        Optional<String> wrong = rules.claim(file).or(() -> rules.blocked(file.kind(), file.path()));
        if (wrong.isPresent()) {
            obstacles.add(wrong.get());
        } else {
            settled.add(entry);
        }
    }

    /** Says of a kept file that it is wanted, where another manifest may know it too. */
    void protect(ManifestEntry entry) {
        targets.add(roots.of(entry.kind()).resolve(entry.path()));
    }

    /** Adds a file whose path was claimed, and what is there now, if anything. */
    void add(WantedFile wanted, @Nullable DiskFile onDisk) throws IOException {
        GeneratedFile file = wanted.file();
        Path target = wanted.target();
        targets.add(target);
        if (onDisk == null) {
            writes.add(wanted);
            return;
        }
        ManifestEntry known = before.at(target).orElse(null);
        if (wanted.isDone(onDisk, known)) {
            settled.add(wanted.entry(onDisk));
            return;
        }
        // On Windows a known file is found in whatever case.
        KnownFiles.Known old = known != null && known.path().equals(file.path()) ? null : sameInOtherCase(target);
        if (old != null) {
            refuseIfForeign(old.target(), file).ifPresentOrElse(obstacles::add, () -> {
                respelled.add(old);
                writes.add(wanted);
            });
        } else if (onDisk.regular() && (known != null || generatedMark.test(text(onDisk)))) {
            refuseIfForeign(target, file).ifPresentOrElse(obstacles::add, () -> writes.add(wanted));
        } else {
            obstacles.add(refuseIfForeign(target, file)
                    .orElse(target + " is in the way: it was not generated, so it is"
                            + " not overwritten. It is needed for " + file.origin()
                            + ". Move it elsewhere, or rename one of the two"));
        }
    }

    private KnownFiles.@Nullable Known sameInOtherCase(Path target) throws IOException {
        KnownFiles.Known known = before.inOtherCase(target).orElse(null);
        return known != null && DiskFile.isOne(known.target(), target) ? known : null;
    }

    private Optional<String> refuseIfForeign(Path target, GeneratedFile file) {
        return otherOwner
                .apply(target)
                .map(owner -> target + " is wanted for " + file.origin() + " of this topology, but " + owner
                        + " generates it too, with other contents. Give it another name or namespace in one of the"
                        + " two, or generate each of them in a module of its own");
    }

    private static String text(DiskFile file) throws IOException {
        return new String(file.content(), StandardCharsets.UTF_8);
    }

    /** Whether a path shall have a file, be it in another case where that leads to the same file. */
    boolean wants(Path target) throws IOException {
        if (targets.contains(target)) {
            return true;
        }
        Map<String, Path> folded = byFoldedTarget;
        if (folded == null) {
            folded = new HashMap<>();
            for (Path wanted : targets) {
                folded.put(KnownFiles.folded(wanted), wanted);
            }
            byFoldedTarget = folded;
        }
        Path other = folded.get(KnownFiles.folded(target));
        return other != null && DiskFile.isOne(other, target);
    }

    /** What is to be removed before anything is written, so that the new file gets its new name. */
    List<KnownFiles.Known> respelled() {
        return respelled;
    }

    /** What stands in the way; nothing may be touched unless this is empty. */
    List<String> obstacles() {
        return obstacles;
    }

    List<WantedFile> writes() {
        return writes;
    }

    /** What is on the disk as it shall be; in any order. */
    List<ManifestEntry> settled() {
        return new ArrayList<>(settled);
    }
}
