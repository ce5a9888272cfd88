package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The process of a server. This JVM holds the other end of its standard input, which so ends with this JVM, however that
 * ends: {@link StayWithParent} takes that for its own end. Safe for use by several threads.
 */
public final class ServerProcess {
    private static final long POLL_MILLISECONDS = 50;

    private final Launch launch;
    private final Process process;

    private ServerProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    /**
     * Starts a server; it does not serve yet, see {@link #awaitReady}.
     *
     * @throws ServerStartException when the process cannot be made
     */
    public static ServerProcess start(Launch launch) {
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .redirectInput(Redirect.PIPE)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        try {
            return new ServerProcess(launch, builder.start());
        } catch (IOException e) {
            throw new ServerStartException(launch.name() + " could not be started: " + e.getMessage(), e);
        }
    }

    /**
     * Waits until the server says that it serves.
     *
     * @throws ServerStartException when its process ends before that, or the time is over (the process is killed then);
     *     with the last lines of its log
     */
    public void awaitReady(Readiness readiness, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        Exception lastRefusal = null;
        while (true) {
            try {
                if (readiness.ready()) {
                    return;
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            } catch (Exception notYet) {
                lastRefusal = notYet;
            }
            if (!process.isAlive()) {
                throw failure("died while it started, with exit status " + process.exitValue(), null);
            }
            if (System.nanoTime() > end) {
                kill();
                throw failure("did not serve within " + limit.toSeconds() + " s", lastRefusal);
            }
            pause();
        }
    }

    private ServerStartException failure(String what, @Nullable Exception cause) {
        return new ServerStartException(launch.name() + " " + what + ". " + LogTail.of(launch.log()), cause);
    }

    private void pause() {
        try {
            // Returns at once when the process ends.
            process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private ServerStartException interrupted(InterruptedException e) {
        kill();
        Thread.currentThread().interrupt();
        return new ServerStartException("interrupted while " + launch.name() + " started", e);
    }

    /** The operating system's number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The exit status; empty while the process runs. */
    public OptionalInt exitStatus() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Sends a signal by its name, such as {@code INT}, where the process still runs. */
    public void signal(String name) {
        if (process.isAlive()) {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot send " + name + " to " + launch.name(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Asks the process to end (SIGTERM) and returns at once. */
    public void requestStop() {
        // Not Process.destroy: that closes the standard input, too, which the server takes for the end of its parent.
        process.toHandle().destroy();
    }

    /** Asks the process to end, and kills it when it has not after this time. */
    public void stop(Duration limit) {
        requestStop();
        awaitEnd(limit);
    }

    /** Kills the process (SIGKILL) and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(10));
    }

    private void awaitEnd(Duration limit) {
        boolean interrupted = false;
        boolean ended = false;
        try {
            ended = process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (!ended) {
            process.destroyForcibly();
            process.onExit().join();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
