package org.openbankmark.topology.generator.output;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keeps two builds, of one process or of two, from writing into the same directories at once. */
final class DirectoryLock implements Closeable {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(10);

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for the lock.
     *
     * @throws OutputException if another build still has it after the limit
     */
    static DirectoryLock take(Path directory, Duration limit) throws IOException, OutputException {
        Files.createDirectories(directory);
        Path file = directory.resolve("lock");
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            long deadline = System.nanoTime() + limit.toNanos();
            while (tryLock(channel) == null) {
                if (System.nanoTime() - deadline > 0) {
                    throw new OutputException("another build has been writing generated files for more than "
                            + limit.toSeconds() + " s (it holds " + file + "); wait for it or stop it");
                }
                Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
            }
            taken = true;
            return new DirectoryLock(channel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutputException("interrupted while another build held " + file, e);
        } finally {
            if (!taken) {
                channel.close();
            }
        }
    }

    /** Null where another has it, be it another process or, by exception, this one. */
    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
