package org.openbankmark.bank.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What commands do while another process, the bank, holds the lock; whatever its state file says. */
@Timeout(60)
class BankLockTest {
    private static final ProcessMark GONE =
            new ProcessMark(ProcessHandle.current().pid(), 1, null);

    @TempDir
    private Path directory;

    private Installation installation;
    private Process holder;

    @BeforeEach
    void holdTheLock() throws Exception {
        installation = new Installation(directory, directory.resolve("home"));
        Directories.make(installation);
        Files.writeString(installation.data().resolve("money"), "all of it");
        Files.writeString(installation.bankLog(), "The bank is up.\n");
        holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        installation.home().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(holder.inputReader().readLine()).isEqualTo("held");
    }

    @AfterEach
    void end() throws Exception {
        holder.destroyForcibly().waitFor();
    }

    @Test
    void nothingIsRemovedUnderABankThatRuns() throws Exception {
        // As after a start that was told of another process, or a clock that was set.
        state(GONE);
        assertThat(bank("clean", "--yes").text()).contains("the bank runs. Stop it first: ./bank down");
        // As in the moment of a start.
        Files.delete(installation.state());
        assertThat(bank("clean", "--yes").text()).contains("the bank runs. Stop it first: ./bank down");
        assertThat(installation.data().resolve("money")).exists();

        end();

        assertThat(bank("clean", "--yes").code()).isZero();
        assertThat(installation.home()).doesNotExist();
    }

    @Test
    void aBankThatRunsIsSeenWhateverItsFileSays() throws Exception {
        for (String command : List.of("status", "down", "pace")) {
            assertThat(bank(command).text()).contains("the bank starts, ends or is removed at this moment");
            assertThat(bank(command).code()).isEqualTo(ExitCode.FAILED);
        }
        // Where ./bank looks before it builds.
        assertThat(bank("status").out()).startsWith("bank: the bank starts");
        ProcessMark mark = ProcessMark.of(holder.pid());
        state(new ProcessMark(mark.pid(), mark.started() - 1_000, mark.sinceBoot()));
        assertThat(bank("status").text()).contains("The bank runs since");

        // Also by who tidied up.
        Files.delete(installation.bankLog());

        assertThat(bank("down").code()).isZero();

        assertThat(holder.waitFor()).isNotZero();
        assertThat(bank("status"))
                .isEqualTo(new Said(
                        ExitCode.NOT_RUNNING,
                        "The bank does not run: it ended without being stopped, and all its processes with it. "
                                + "Start it again: ./bank up\n",
                        ""));
        assertThat(bank("down").text()).isEqualTo("The bank does not run.\n");
    }

    @Test
    void aSecondStartLeavesTheFirstOneAlone() throws Exception {
        state(GONE);
        String before = Files.readString(installation.state());

        assertThat(bank("up").text()).contains("the bank runs already");
        // One that looked before the first had the lock.
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Follower second = Detached.start(installation, plan(), 1, new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(second.untilUp()).isFalse();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("bank: another bank runs or is being removed in " + installation.home());
        assertThat(Files.readString(installation.state())).isEqualTo(before);
        assertThat(installation.bankLog()).hasContent("The bank is up.\n");
        assertThat(installation.logs()).isDirectoryNotContaining(file -> !file.equals(installation.bankLog()));
    }

    @Test
    void lookingMakesNoFileAndABankTakesTheLockAnewAfterItWasRemoved() throws Exception {
        end();
        try (BankLock first = BankLock.take(installation).orElseThrow()) {
            first.remove();
        }
        assertThat(BankLock.isHeld(installation)).isFalse();
        assertThat(installation.lock()).doesNotExist();
        try (BankLock again = BankLock.take(installation).orElseThrow()) {
            assertThat(installation.lock()).exists();
            assertThat(BankLock.isHeld(installation)).isTrue();
            again.remove();
        }
    }

    private void state(ProcessMark process) {
        new BankState(process, BankState.Phase.UP, 1, "brokers", "registry", "http://127.0.0.1:1/pace", List.of())
                .write(installation.state());
    }

    private static BankPlan plan() {
        return BankPlan.of(Map.of("BANK_CLASS_ARCHIVES", "no"), 1);
    }

    private Said bank(String... arguments) {
        return Said.by(installation, arguments);
    }
}
