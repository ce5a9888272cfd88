package org.openbankmark.bank.local.launch;

import java.nio.file.Path;

/** Holds a bank's lock as a process of its own, until its input ends; for tests. */
final class LockHolder {
    private LockHolder() {}

    public static void main(String[] arguments) throws Exception {
        Installation installation = new Installation(Path.of("."), Path.of(arguments[0]));
        BankLock lock = BankLock.take(installation).orElseThrow();
        try {
            System.out.println("held");
            while (System.in.read() >= 0) {
                // Until the end.
            }
        } finally {
            lock.close();
        }
    }
}
