package org.openbankmark.bank.local.launch;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Shows what the running bank says, and can stop it. Safe for use by two threads: one that follows, one that stops. */
final class Follower {
    private static final long LOOK_MILLISECONDS = 50;
    private static final int CHUNK = 8_192;

    private final Installation installation;
    private final ProcessMark bank;
    private final @Nullable RandomAccessFile log;
    private final PrintStream out;

    /** @param log open where the bank's next word will be; it is followed also when it gets another name; null where it is gone */
    Follower(Installation installation, ProcessMark bank, @Nullable RandomAccessFile log, PrintStream out) {
        this.installation = installation;
        this.bank = bank;
        this.log = log;
        this.out = out;
    }

    /** A follower from what the bank says next. */
    static Follower fromNow(Installation installation, ProcessMark bank, PrintStream out) {
        try {
            RandomAccessFile log = new RandomAccessFile(installation.bankLog().toFile(), "r");
            log.seek(log.length());
            return new Follower(installation, bank, log, out);
        } catch (FileNotFoundException removed) {
            // Who removed the log can still stop the bank.
            return new Follower(installation, bank, null, out);
        } catch (IOException e) {
            throw unreadable(installation, e);
        }
    }

    /** Shows all until the bank is up; false if it ended before. */
    boolean untilUp() throws InterruptedException {
        while (bank.isAlive()) {
            show();
            boolean up = BankState.read(installation.state())
                    .filter(state -> state.phase() == BankState.Phase.UP)
                    // Not what one told that was killed.
                    .filter(state -> state.process().isOf(bank))
                    .isPresent();
            if (up) {
                show();
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
        }
        show();
        return false;
    }

    /** Shows all until the bank ended. */
    void untilEnd() throws InterruptedException {
        while (bank.isAlive()) {
            show();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
        }
        show();
    }

    /** Asks the bank to stop, and shows all until it has. */
    void stop() {
        bank.handle().ifPresent(ProcessHandle::destroy);
        try {
            untilEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        if (log == null) {
            return;
        }
        byte[] chunk = new byte[CHUNK];
        try {
            for (int read = log.read(chunk); read > 0; read = log.read(chunk)) {
                out.write(chunk, 0, read);
            }
            out.flush();
        } catch (IOException e) {
            throw unreadable(installation, e);
        }
    }

    private static LaunchException unreadable(Installation installation, IOException e) {
        return new LaunchException("cannot read " + installation.bankLog() + ": " + e.getMessage(), e);
    }
}
