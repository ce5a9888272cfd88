package org.openbankmark.topology.runtime.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class KeyTest {

    @Test
    void theClockIsAskedOnlyWhereTheKeyIsTheTime() {
        InstantSource noClock = () -> {
            throw new AssertionError("nobody needs the time");
        };
        assertThat(Key.<String>from(record -> record + "!").of("key", noClock)).isEqualTo("key!");
        assertThat(Key.<String>none().of("key", noClock)).isNull();

        InstantSource fixed = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(Key.<String>time().of("key", fixed)).isEqualTo("2026-01-02T03:04:05Z");
    }
}
