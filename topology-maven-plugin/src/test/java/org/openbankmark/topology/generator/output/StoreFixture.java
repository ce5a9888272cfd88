package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.Piece;
import org.openbankmark.topology.generator.work.Workers;

/** A project directory for one test, with a topology file, and stores opened in it. */
final class StoreFixture {
    static final String MARK = "@Generated ";

    final Path project;
    final Path topology;
    final Roots roots;

    StoreFixture(Path project) throws IOException {
        this.project = project;
        this.topology = project.resolve("topology.yaml");
        Files.writeString(topology, "topology: x\n");
        Path target = project.resolve("target");
        this.roots = new Roots(target.resolve("java"), target.resolve("resources"), target.resolve("test-java"));
    }

    static GeneratedFile java(String path, String content) {
        return new GeneratedFile(GeneratedFile.Kind.JAVA, path, MARK + content, "topology.yaml, " + path);
    }

    static GeneratedFile resource(String path, String content) {
        return new GeneratedFile(GeneratedFile.Kind.RESOURCE, path, content, "topology.yaml, " + path);
    }

    OutputStore open() throws IOException, OutputException {
        return open(topology, roots);
    }

    OutputStore open(Path source, Roots where) throws IOException, OutputException {
        return OutputStore.open(source, project.resolve("target/state"), where, Workers.ofThisMachine());
    }

    Changes generate(GeneratedFile... files) throws IOException, OutputException {
        try (OutputStore store = open()) {
            return replace(store, basis(topology), files);
        }
    }

    /** Makes a store's disk what these files say. */
    static Changes replace(OutputStore store, Basis basis, GeneratedFile... files) throws IOException, OutputException {
        return replace(store, basis, other -> false, files);
    }

    /** The same beside topologies that are made anew soon, if they are outdated. */
    static Changes replace(OutputStore store, Basis basis, OutputStore.Judgement outdated, GeneratedFile... files)
            throws IOException, OutputException {
        Piece piece = new Piece("", Optional.of(List.of(files)));
        return store.replace(basis, List.of(piece), Intact.nothing(), StoreFixture::isMarked, outdated);
    }

    boolean isCurrent() throws IOException, OutputException {
        try (OutputStore store = open()) {
            return store.isUntouched() && store.basis().equals(basis(topology));
        }
    }

    static Basis basis(Path source) throws IOException {
        return new Basis("configuration", "contents", List.of(Input.at(source)));
    }

    static boolean isMarked(String content) {
        return content.startsWith(MARK);
    }

    Path javaFile(String path) {
        return roots.sources().resolve(path);
    }

    /** All files and directories but the store's own, with their contents. */
    SortedMap<String, String> tree() throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(project)) {
            for (Path path : paths.toList()) {
                String name = project.relativize(path).toString().replace('\\', '/');
                if (!name.startsWith("target/state")) {
                    tree.put(name, Files.isDirectory(path) ? "directory" : Files.readString(path));
                }
            }
        }
        return tree;
    }

    /** Sets a file's time to one long ago, so that any writing shows. */
    static FileTime age(Path file) throws IOException {
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, old);
        return old;
    }
}
