package org.openbankmark.topology.sync.cli;

import picocli.CommandLine.Option;

/** Whether logs are wanted; the process looks for it before anything else, so that they can begin at once. */
final class LoggingOption {

    @Option(
            names = {"-v", "--verbose"},
            description = "Logs what the clients do, and where errors come from, on stderr.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }
}
