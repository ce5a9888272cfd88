package org.openbankmark.bank.local.launch;

import java.time.Instant;
import java.util.Optional;

/**
 * A process that is not taken for another one that was given its number later.
 *
 * @param pid the operating system's number
 * @param started milliseconds of the epoch; 0 where the system does not tell
 */
record ProcessMark(long pid, long started) {

    static ProcessMark of(long pid) {
        return new ProcessMark(
                pid, ProcessHandle.of(pid).map(ProcessMark::start).orElse(0L));
    }

    static ProcessMark own() {
        return of(ProcessHandle.current().pid());
    }

    /** The process, if it is there and the same one; one that ended and was not waited for counts as gone. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().isPresent() || started == 0)
                .filter(process -> start(process) == started);
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
}
