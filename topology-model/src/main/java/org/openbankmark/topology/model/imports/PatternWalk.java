package org.openbankmark.topology.model.imports;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Finds the files below a folder that a pattern matches. It looks no deeper than the pattern can reach. */
final class PatternWalk extends SimpleFileVisitor<Path> {
    private static final int MAX_DEPTH = 20;

    private final Path start;
    private final Path realStart;
    private final PathMatcher matcher;
    private final Consumer<Path> folders;
    private final SortedSet<Path> found = new TreeSet<>();

    private PatternWalk(Path start, PathMatcher matcher, Consumer<Path> folders) throws IOException {
        this.start = start;
        // A walk follows no links, so that it ends; but the folder that it starts in may be one.
        this.realStart = start.toRealPath();
        this.matcher = matcher;
        this.folders = folders;
    }

    /**
     * The files, by name; none where there is no such folder.
     *
     * @param glob relative to the folder
     * @param folders takes each folder that was looked into
     * @throws IOException where a folder cannot be read
     * @throws java.util.regex.PatternSyntaxException if {@code glob} is no pattern
     */
    static List<Path> find(Path start, String glob, Consumer<Path> folders) throws IOException {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        PatternWalk walk = new PatternWalk(start, matcher, folders);
        Files.walkFileTree(walk.realStart, Set.of(), depth(glob), walk);
        return List.copyOf(walk.found);
    }

    private static int depth(String glob) {
        return glob.contains("**")
                ? MAX_DEPTH
                : 1 + (int) glob.chars().filter(c -> c == '/').count();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        folders.accept(start.resolve(realStart.relativize(folder)));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        Path way = realStart.relativize(file);
        if (matcher.matches(way) && Files.isRegularFile(file)) {
            found.add(start.resolve(way));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
        // Other parts of a build make and delete files meanwhile.
        if (failure instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw failure;
    }
}
