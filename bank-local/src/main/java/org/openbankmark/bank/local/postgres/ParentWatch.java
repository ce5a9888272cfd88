package org.openbankmark.bank.local.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/**
 * Ends a PostgreSQL when this JVM is gone, even by SIGKILL. A shell waits for the end of its standard input, which no other
 * process holds open, and then sends SIGQUIT: PostgreSQL's immediate shutdown, which frees its shared memory.
 */
final class ParentWatch implements AutoCloseable {
    private final Process shell;

    private ParentWatch(Process shell) {
        this.shell = shell;
    }

    static ParentWatch over(long pid) throws IOException {
        return new ParentWatch(new ProcessBuilder(
                        "sh", "-c", "while read -r line; do :; done; kill -QUIT \"$1\"", "watch", Long.toString(pid))
                .redirectInput(Redirect.PIPE)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start());
    }

    /** Stops watching: before the process ends, since its number may then be given to another. */
    @Override
    public void close() {
        // Not the input: its end would be taken for the parent's.
        shell.destroyForcibly().onExit().join();
    }
}
