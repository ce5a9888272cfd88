package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.settings.Settings;

/** How long one answer of a registry may take. */
class SessionTest {
    private static final String READ_TIMEOUT = "schema.registry.http.read.timeout.ms";

    private static String limited(String name, String value, Duration timeout) {
        return Session.limited(Settings.of(Map.of(name, value)), timeout)
                .get(READ_TIMEOUT)
                .orElse("");
    }

    @Test
    void anAnswerMayTakeWhatTheSettingsSayAndNoLongerThanTheTimeLimit() {
        assertThat(limited(READ_TIMEOUT, "60000", Duration.ofMinutes(2))).isEqualTo("60000");
        assertThat(limited(READ_TIMEOUT, "60000", Duration.ofSeconds(5))).isEqualTo("5000");
        assertThat(limited("http.read.timeout.ms", "60000", Duration.ofSeconds(5)))
                .isEqualTo("5000");
        assertThat(limited("other", "1", Duration.ofMinutes(2))).isEqualTo("10000");
        assertThat(limited("other", "1", Duration.ofSeconds(5))).isEqualTo("5000");
    }

    @Test
    void aTimeThatIsNoneIsLeftToTheRegistrysClientToRefuse() {
        assertThat(limited(READ_TIMEOUT, "soon", Duration.ofSeconds(5))).isEqualTo("soon");
    }
}
