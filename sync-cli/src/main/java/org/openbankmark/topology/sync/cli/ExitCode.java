package org.openbankmark.topology.sync.cli;

/** What a command tells the shell. */
final class ExitCode {
    /** Done, or nothing to do. */
    static final int DONE = 0;
    /** Could not be done; nothing was changed. */
    static final int ERROR = 1;
    /** Wrong options, or an invalid topology. */
    static final int USAGE = 2;
    /** Changes found, where that was asked for. */
    static final int CHANGES = 3;
    /** Partly applied. */
    static final int PARTLY = 4;

    private ExitCode() {}
}
