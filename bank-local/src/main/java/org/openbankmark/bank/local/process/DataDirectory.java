package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * Where a server keeps its data and logs: a directory of the user's, which is kept, or a temporary one, which is removed
 * on close.
 */
public final class DataDirectory implements AutoCloseable {
    private static final String PREFIX = "bank-local-";

    private final Path path;
    private final boolean kept;

    private DataDirectory(Path path, boolean kept) {
        this.path = path;
        this.kept = kept;
    }

    /** The directory given, made if need be and kept on close; a temporary one for null. */
    public static DataDirectory of(@Nullable Path given, String server) {
        try {
            if (given != null) {
                return new DataDirectory(Files.createDirectories(given.toAbsolutePath()), true);
            }
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            String prefix = PREFIX + ProcessHandle.current().pid() + "-" + server + "-";
            Path own = Files.createTempDirectory(temporary, prefix);
            removeAbandoned(temporary, Files.getOwner(own));
            return new DataDirectory(own, false);
        } catch (IOException e) {
            throw new ServerStartException("no directory for " + server + ": " + e, e);
        }
    }

    /** The directory. */
    public Path path() {
        return path;
    }

    /** Whether it outlives the server. */
    public boolean kept() {
        return kept;
    }

    /** Removes a temporary directory with all in it. */
    @Override
    public void close() {
        if (!kept) {
            try {
                removeTree(path);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot remove " + path, e);
            }
        }
    }

    /** A JVM that was killed could not remove its temporary directories: whoever comes next does. */
    private static void removeAbandoned(Path temporary, UserPrincipal owner) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(temporary, PREFIX + "*")) {
            for (Path entry : entries) {
                String pid = entry.getFileName()
                        .toString()
                        .substring(PREFIX.length())
                        .split("-", -1)[0];
                if (pid.matches("\\d{1,18}") && hasEnded(Long.parseLong(pid)) && isOwnedBy(owner, entry)) {
                    removeTree(entry);
                }
            }
        }
    }

    /** A process that ended, but that nobody waited for, still has its number; it has no command any more. */
    private static boolean hasEnded(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isEmpty();
    }

    private static boolean isOwnedBy(UserPrincipal owner, Path entry) throws IOException {
        try {
            return Files.getOwner(entry).equals(owner);
        } catch (NoSuchFileException removedByAnother) {
            return false;
        }
    }

    /** Removes a directory with all in it, where there is one. */
    public static void removeTree(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
