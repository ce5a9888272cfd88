package org.openbankmark.bank.local.launch;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A process that is not taken for another one that was given its number later.
 *
 * @param pid the operating system's number
 * @param started milliseconds of the epoch; 0 where the system does not tell. On Linux each JVM reckons them from the time
 *     of boot, which moves when the clock is set, so that two JVMs may see two times of one process
 * @param sinceBoot the boot and the ticks from it to the start, which no clock moves; null where there is no Linux
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ProcessMark(long pid, long started, @Nullable String sinceBoot) {
    private static final Duration TOLERANCE = Duration.ofSeconds(2);
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    // See proc(5): the 22nd field, which is the 20th after the name in parentheses; the name may have any character.
    private static final int START_AFTER_NAME = 19;

    static ProcessMark of(long pid) {
        return new ProcessMark(
                pid, ProcessHandle.of(pid).map(ProcessMark::start).orElse(0L), sinceBoot(pid));
    }

    static ProcessMark own() {
        return of(ProcessHandle.current().pid());
    }

    /** The process, if it is there and the same one; one that ended and was not waited for counts as gone. */
    Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().isPresent() || started == 0)
                .filter(process -> isOf(of(pid)));
    }

    boolean isAlive() {
        return handle().isPresent();
    }

    /** Whether both are marks of one process. */
    boolean isOf(ProcessMark other) {
        if (pid != other.pid) {
            return false;
        }
        if (sinceBoot != null && other.sinceBoot != null) {
            return sinceBoot.equals(other.sinceBoot);
        }
        return Math.abs(started - other.started) <= TOLERANCE.toMillis();
    }

    private static long start(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static @Nullable String sinceBoot(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Files.readString(BOOT).strip() + " " + fields[START_AFTER_NAME];
        } catch (IOException goneOrNoLinux) {
            return null;
        }
    }
}
