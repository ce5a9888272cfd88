package org.openbankmark.bank.services;

/** Where the process starts. */
public final class Main {

    private Main() {}

    /** Runs one service until it is asked to stop, and ends the process with its exit code. */
    public static void main(String... arguments) {
        System.exit(BankServices.run(System.getenv(), System.out, System.err, arguments));
    }
}
