package org.openbankmark.bank.local.launch;

import java.io.IOException;
import org.openbankmark.bank.local.process.ClassArchives;

/** Makes what later starts are faster by, while the bank runs. */
final class ArchivesInBackground {
    private static final long END_MILLISECONDS = 5_000;

    private final Thread thread;

    private ArchivesInBackground(Thread thread) {
        this.thread = thread;
    }

    static ArchivesInBackground start(Progress progress) {
        Thread thread = new Thread(() -> make(progress), "class-archives");
        thread.setDaemon(true);
        thread.start();
        return new ArchivesInBackground(thread);
    }

    private static void make(Progress progress) {
        try {
            if (ClassArchives.configured().isPresent()) {
                ClassArchives.configured().get().makeMissing();
            }
        } catch (IOException failure) {
            progress.say("bank: the next start will not be faster: " + failure.getMessage());
        } catch (InterruptedException stopped) {
            // What is missing is made after the next start.
            Thread.currentThread().interrupt();
        }
    }

    /** Breaks off what is being made. */
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(END_MILLISECONDS);
    }
}
