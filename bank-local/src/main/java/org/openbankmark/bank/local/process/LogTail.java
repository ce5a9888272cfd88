package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a server's log, for messages. */
public final class LogTail {
    private static final int LINES = 15;

    private LogTail() {}

    /** The last lines, with the place of the file; where it cannot be read, that. */
    public static String of(Path log) {
        try {
            // Not readString: a log may hold bytes that are no UTF-8.
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String tail = String.join("\n  ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
            return "Last lines of " + log + ":\n  " + tail;
        } catch (IOException e) {
            return "Its log " + log + " cannot be read: " + e.getMessage();
        }
    }
}
