package org.openbankmark.bank.local.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessMarkTest {
    private static final long HOUR = 3_600_000;

    private final ProcessMark own = ProcessMark.own();

    @Test
    @EnabledOnOs(OS.LINUX)
    void aClockThatIsSetMakesNoOtherProcess() {
        for (long step : new long[] {-HOUR, -1_000, 1_000, HOUR}) {
            assertThat(new ProcessMark(own.pid(), own.started() + step, own.sinceBoot()).isAlive())
                    .isTrue();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theSameNumberOfAnotherStartOrBootIsAnotherProcess() throws Exception {
        String boot =
                Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
        assertThat(own.sinceBoot()).matches(boot + " \\d+");

        assertThat(new ProcessMark(own.pid(), own.started(), own.sinceBoot() + "1").isAlive())
                .isFalse();
        assertThat(new ProcessMark(own.pid(), own.started(), "another" + own.sinceBoot()).isAlive())
                .isFalse();
    }

    @Test
    void withoutTicksTheTimeOfTheStartMayDifferByASecond() {
        assertThat(new ProcessMark(own.pid(), own.started() + 1_000, null).isAlive())
                .isTrue();
        assertThat(new ProcessMark(own.pid(), own.started() + HOUR, null).isAlive())
                .isFalse();
    }

    @Test
    void ofWhatEndedNothingIsAlive() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        ProcessMark mark = ProcessMark.of(process.pid());
        assertThat(mark.isAlive()).isTrue();

        process.destroyForcibly().waitFor();

        assertThat(mark.isAlive()).isFalse();
    }

    @Test
    void itIsReadAsItWasWrittenAndWithoutTicksAsEarlierBanksWroteIt() throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readValue(json.writeValueAsBytes(own), ProcessMark.class))
                .isEqualTo(own);
        assertThat(json.readValue("{\"pid\": 7, \"started\": 8}", ProcessMark.class))
                .isEqualTo(new ProcessMark(7, 8, null));
    }
}
