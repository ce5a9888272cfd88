package org.openbankmark.topology.sync.cli;

import java.io.Console;

/** Whether a person sees the output as it comes. */
final class Terminal {

    private Terminal() {}

    @SuppressWarnings("SystemConsoleNull") // From Java 22 on there is always one, which says itself what it is.
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException beforeJava22) {
            return true;
        }
    }
}
