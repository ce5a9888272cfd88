package org.openbankmark.bank.operations;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process in order: on SIGTERM or SIGINT the run is stopped, and the process leaves with the run's own exit code, 0
 * where all was closed. What is not closed within {@link #LIMIT} is left behind, with exit code 1.
 */
public final class ProcessEnd {
    /** From the signal to the end of the process; below the 10 s after which containers are killed. */
    public static final Duration LIMIT = Duration.ofMillis(9_500);

    private static final Logger LOG = LoggerFactory.getLogger(ProcessEnd.class);

    private ProcessEnd() {}

    /**
     * Runs a service in this thread, with the signals connected to it.
     *
     * @return the exit code
     * @throws SettingException if a setting is wrong
     */
    public static int runUntilEnd(ServiceRun run) {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        Thread hook = new Thread(() -> endInOrder(run, end), "process-end");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            int code = run.run();
            end.complete(code);
            return code;
        } finally {
            end.complete(ServiceRun.WRONG_SETTING);
        }
    }

    private static void endInOrder(ServiceRun run, CompletableFuture<Integer> end) {
        run.stop();
        int code = ServiceRun.FAILED;
        try {
            code = end.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            LOG.atError()
                    .log(
                            "not closed within {} ms; what was not sent or committed is done again by the next run",
                            LIMIT.toMillis());
        } catch (InterruptedException | ExecutionException impossible) {
            LOG.atError().setCause(impossible).log("the end of the run was not seen");
        }
        // Not the 143 that a JVM gives after SIGTERM: whoever asked shall see whether all was closed.
        Runtime.getRuntime().halt(code);
    }
}
