package org.openbankmark.bank.local.process;

import java.nio.file.Path;
import java.util.List;

/**
 * How to start a process.
 *
 * @param name as messages call the server, such as "Kafka broker 1"
 * @param command the program and its arguments
 * @param log the file that takes its output; appended to
 */
public record Launch(String name, List<String> command, Path log) {
    /** Copies the list. */
    public Launch {
        command = List.copyOf(command);
    }
}
