package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * The directory of manifests: one for each topology that is generated into the same project. Paths in them are relative to
 * this directory, so that a project can be moved with its target directory. Used for one topology, by one thread.
 */
final class StateDirectory {
    private static final String SUFFIX = ".manifest";

    private final Path directory;
    private @Nullable Path own;

    StateDirectory(Path directory) {
        this.directory = directory.toAbsolutePath().normalize();
    }

    Path path() {
        return directory;
    }

    /** The head of a topology file's manifest; an empty one if there is none that can be read. */
    ManifestHead head(Path source) throws IOException {
        // Where there is but one topology, its manifest says so itself; to make a name takes a JVM that is still cold
        // 10 ms.
        List<Path> all = manifests();
        if (all.size() == 1) {
            ManifestHead head = headIn(all.get(0));
            if (head.source().equals(relative(source))) {
                own = all.get(0);
                return head;
            }
        }
        return headIn(file(source));
    }

    private ManifestHead headIn(Path file) throws IOException {
        try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
            ManifestHead head = ManifestFormat.readHead(bytes, this);
            return head == null ? ManifestHead.none() : head;
        } catch (NoSuchFileException | CharacterCodingException e) {
            return ManifestHead.none();
        }
    }

    /** The manifest of a topology file; an empty one if there is none that can be read. */
    Manifest read(Path source) throws IOException {
        return readFile(file(source));
    }

    /** The manifest in a file; an empty one if there is none that can be read. */
    Manifest readFile(Path file) throws IOException {
        try {
            Manifest manifest = ManifestFormat.read(Files.readString(file), this);
            return manifest == null ? Manifest.none() : manifest;
        } catch (NoSuchFileException | CharacterCodingException e) {
            return Manifest.none();
        }
    }

    /** Puts a manifest in the place of the old one, at once and whole. */
    void replace(Path source, Manifest manifest) throws IOException {
        Files.createDirectories(directory);
        Path file = file(source);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, ManifestFormat.write(manifest, this), StandardCharsets.UTF_8);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The files of the other topologies' manifests. */
    List<Path> others(Path source) throws IOException {
        List<Path> others = manifests();
        others.remove(file(source));
        return others;
    }

    private List<Path> manifests() throws IOException {
        List<Path> manifests = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
                for (Path file : files) {
                    if (file.toString().endsWith(SUFFIX)) {
                        manifests.add(file);
                    }
                }
            }
        }
        return manifests;
    }

    /** A path as a manifest has it. */
    String relative(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        boolean sameDrive = Objects.equals(absolute.getRoot(), directory.getRoot());
        return (sameDrive ? directory.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }

    /** The path that a manifest means. */
    Path absolute(String path) {
        return directory.resolve(path).normalize();
    }

    Map<Kind, String> relative(Roots roots) {
        Map<Kind, String> relative = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            relative.put(kind, relative(roots.of(kind)));
        }
        return relative;
    }

    private Path file(Path source) {
        Path known = own;
        if (known == null) {
            known = digestedFile(source);
            own = known;
        }
        return known;
    }

    private Path digestedFile(Path source) {
        StringBuilder name =
                new StringBuilder(Objects.requireNonNull(source.getFileName()).toString());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = c == '.' || c == '-' || (c < 128 && Character.isLetterOrDigit(c));
            name.setCharAt(i, plain ? c : '_');
        }
        return directory.resolve(name + "-" + place(relative(source)) + SUFFIX);
    }

    private static String place(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
