package org.openbankmark.bank.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param name as messages call the server, such as "Kafka broker 1"
 * @param command the program and its arguments
 * @param log the file that takes its output; appended to
 * @param environment variables beside or in place of those of this process
 */
public record Launch(String name, List<String> command, Path log, Map<String, String> environment) {
    /** Copies the list and the map. */
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A process with the environment of this one. */
    public Launch(String name, List<String> command, Path log) {
        this(name, command, log, Map.of());
    }

    /** The same process with these environment variables beside or in place of its own. */
    public Launch with(Map<String, String> variables) {
        return new Launch(name, command, log, variables);
    }

    /** Without the environment, which may hold passwords. */
    @Override
    public String toString() {
        return "Launch[name=" + name + ", command=" + command + ", log=" + log + "]";
    }
}
