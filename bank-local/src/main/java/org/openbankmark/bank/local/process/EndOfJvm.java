package org.openbankmark.bank.local.process;

/** Something to be done when this JVM ends, unless it was done before. */
public final class EndOfJvm {
    private final Thread hook;

    private EndOfJvm(Thread hook) {
        this.hook = hook;
    }

    /** Registers an action for the end of the JVM. */
    public static EndOfJvm runs(Runnable action) {
        Thread hook = new Thread(action, "bank-local-end");
        Runtime.getRuntime().addShutdownHook(hook);
        return new EndOfJvm(hook);
    }

    /** Takes the action back. Does nothing while the JVM ends already. */
    public void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            // The action runs now or has run; all actions here may run twice.
        }
    }
}
