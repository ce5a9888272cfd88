package org.openbankmark.bank.local.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What tells that a bank runs: a file that its process holds locked from before its first deed to its end, however that
 * comes. The operating system looks after it, so that it depends on no clock and no other file.
 *
 * <p>A process must not look at the file while it holds it: on closing any channel of a file, POSIX takes all locks on it
 * from the process.
 */
final class BankLock implements AutoCloseable {
    /** Longer than another command looks at the file. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private static final long LOOK_MILLISECONDS = 20;

    private final Path file;
    private final FileChannel channel;

    private BankLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes it, until it is closed or the process ends; empty if another process holds it.
     *
     * @throws LaunchException if there is no directory to have the file in
     */
    static Optional<BankLock> take(Installation installation) throws InterruptedException {
        Path file = installation.lock();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (true) {
                BankLock taken = tryTake(file);
                if (taken != null || System.nanoTime() > end) {
                    return Optional.ofNullable(taken);
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
            }
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    /** Whether a process holds it. Makes nothing. */
    static boolean isHeld(Installation installation) {
        // Shared, so that two commands that look do not take each other for a bank.
        try (FileChannel channel = FileChannel.open(installation.lock(), StandardOpenOption.READ);
                @Nullable FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        } catch (NoSuchFileException nothingWasStarted) {
            return false;
        } catch (OverlappingFileLockException ownProcess) {
            return true;
        } catch (IOException e) {
            throw failure(installation.lock(), e);
        }
    }

    private static @Nullable BankLock tryTake(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException ofAnEarlierStart) {
            // It stays when the bank ends.
        }
        FileChannel channel = null;
        boolean taken = false;
        try {
            Object opened = key(file);
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
            // A clean that ended meanwhile removed the file, and what is locked then is seen by nobody.
            taken = channel.tryLock() != null && opened.equals(key(file));
            return taken ? new BankLock(file, channel) : null;
        } catch (NoSuchFileException removedMeanwhile) {
            return null;
        } finally {
            if (channel != null && !taken) {
                channel.close();
            }
        }
    }

    /** What tells one file of this path from another. */
    private static Object key(Path file) throws IOException {
        return Objects.requireNonNullElse(
                Files.readAttributes(file, BasicFileAttributes.class).fileKey(), file);
    }

    private static LaunchException failure(Path file, IOException e) {
        return new LaunchException(
                "cannot look whether a bank runs, by the lock of " + file + ": " + e.getMessage()
                        + ". Let BANK_DIR name a directory of yours, on a disk of this machine.",
                e);
    }

    /** Removes the file, which is locked still: whoever waited for it makes another one. */
    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
