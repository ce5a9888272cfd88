package org.openbankmark.bank.local.process;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * The main class of server processes written in Java: runs the server's own main class, and ends the process when its
 * standard input ends, which is when the parent process is gone, even by SIGKILL.
 */
public final class StayWithParent {
    /** Exit status of a process that lost its parent, as after a hang-up: 128 + SIGHUP. */
    public static final int PARENT_IS_GONE = 129;

    private StayWithParent() {}

    /** Runs a main class; the first argument is its name, the others are passed on. */
    public static void main(String[] args) throws Throwable {
        watch();
        String[] passedOn = Arrays.copyOfRange(args, 1, args.length);
        MethodHandles.lookup()
                .findStatic(Class.forName(args[0]), "main", MethodType.methodType(void.class, String[].class))
                .invoke(passedOn);
    }

    /** Starts watching the standard input. */
    public static void watch() {
        Thread thread = new Thread(StayWithParent::awaitEnd, "stay-with-parent");
        thread.setDaemon(true);
        thread.start();
    }

    private static void awaitEnd() {
        try {
            int input;
            do {
                input = System.in.read();
            } while (input >= 0);
        } catch (IOException broken) {
            // A broken pipe says the same as its end.
        }
        // Not exit: a shutdown that waits for other servers, which are going too, could last for minutes.
        Runtime.getRuntime().halt(PARENT_IS_GONE);
    }
}
