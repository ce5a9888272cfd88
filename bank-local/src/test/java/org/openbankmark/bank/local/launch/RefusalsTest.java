package org.openbankmark.bank.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands say where no bank runs, and of what they do not take. */
class RefusalsTest {
    @TempDir
    private Path directory;

    private Installation installation;

    @BeforeEach
    void choosePlaces() {
        installation = new Installation(directory, directory.resolve("home"));
    }

    @Test
    void commandsThatNeedABankSayHowToStartOne() {
        assertThat(bank("status"))
                .isEqualTo(new Said(ExitCode.NOT_RUNNING, "The bank does not run. Start it: ./bank up\n", ""));
        assertThat(bank("down")).isEqualTo(new Said(ExitCode.DONE, "The bank does not run.\n", ""));
        for (String command : new String[] {"pace", "load", "sync"}) {
            assertThat(bank(command))
                    .isEqualTo(new Said(ExitCode.FAILED, "", "bank: the bank does not run. Start it: ./bank up\n"));
        }
        assertThat(installation.home()).doesNotExist();
    }

    @Test
    void theLoadTestTellsWhatItNeedsBeforeItDoesAnything() {
        Said wrong = bank("load", "open", "--loads", "100,5");
        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.text()).contains("--loads must be a multiple of 10").contains("not 5");
        assertThat(bank("load", "closed", "--loops", "0").text()).contains("--loops must be from 1 to 1000000, not 0");
        assertThat(bank("load", "max", "--from", "500", "--to", "400").text()).contains("--from 500 is above --to 400");
        assertThat(bank("load", "--help").text()).contains("closed", "open", "max", "runs", "Ctrl-C");
    }

    @Test
    void dataOfOneBrokerAreNotStartedWithThree() throws Exception {
        Directories.make(installation);
        Files.writeString(installation.brokers(), "1\n");

        assertThat(bank("up", "--brokers", "3").text()).contains("were made for 1 broker, not for 3");
        assertThat(bank("up", "--brokers", "10").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void nothingIsRemovedWithoutYesOrWhereNoBankWas() throws Exception {
        assertThat(bank("clean", "--yes")).isEqualTo(new Said(ExitCode.DONE, "There is nothing to remove.\n", ""));
        Files.createDirectories(installation.data());
        assertThat(bank("clean", "--yes").text()).contains("does not look like a bank's directory");
        Directories.make(installation);
        assertThat(bank("clean").text()).contains("say --yes");
        assertThat(installation.data()).exists();
    }

    private Said bank(String... arguments) {
        return Said.by(installation, arguments);
    }
}
