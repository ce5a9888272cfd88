package org.openbankmark.bank.local.launch;

/** What a command tells the shell. */
final class ExitCode {
    static final int DONE = 0;
    /** Could not be done, or something is not well. */
    static final int FAILED = 1;
    /** Wrong options. */
    static final int USAGE = 2;
    /** The bank does not run, where that was asked. */
    static final int NOT_RUNNING = 3;

    private ExitCode() {}
}
