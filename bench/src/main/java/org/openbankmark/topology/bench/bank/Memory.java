package org.openbankmark.topology.bench.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Memory of a process and those it started, as Linux tells it: what is shared among them is counted once in all (PSS), so that
 * PostgreSQL's many processes are not taken for as many copies of its buffers.
 */
final class Memory {
    private Memory() {}

    static double megabytes(long pid) throws IOException {
        long kilobytes = 0;
        List<Long> all = ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(ProcessHandle::pid)
                .toList();
        for (long each : all) {
            kilobytes += proportional(each);
        }
        return kilobytes / 1024.0;
    }

    /** Without those it started. */
    static double megabytesAlone(long pid) throws IOException {
        return proportional(pid) / 1024.0;
    }

    private static long proportional(long pid) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        try {
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("[^0-9]", ""));
                }
            }
        } catch (NoSuchFileException ended) {
            return 0;
        }
        throw new IOException(file + " does not tell the memory of process " + pid);
    }
}
