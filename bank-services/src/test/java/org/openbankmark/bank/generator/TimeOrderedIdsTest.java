package org.openbankmark.bank.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** As RFC 9562 has them: the time in the first 48 bits, version 7, all else random. */
class TimeOrderedIdsTest {
    private static final Instant NOW = Instant.parse("2022-02-22T19:22:22Z");

    @Test
    void theyBeginWithTheTimeAsInTheExampleOfTheRfc() {
        UUID id = at(NOW).get();
        assertThat(id.toString()).startsWith("017f22e2-79b0-7");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
    }

    @Test
    void thoseOfOneMomentDiffer() {
        TimeOrderedIds ids = at(NOW);
        assertThat(Stream.generate(ids).limit(10_000)).doesNotHaveDuplicates();
    }

    @Test
    void laterOnesComeLaterAsText() {
        List<String> texts = Stream.of(NOW, NOW.plusMillis(1), NOW.plusSeconds(1), NOW.plusSeconds(1_000_000_000))
                .map(time -> at(time).get().toString())
                .toList();
        assertThat(texts).isSorted();
    }

    private static TimeOrderedIds at(Instant time) {
        return new TimeOrderedIds(Clock.fixed(time, ZoneOffset.UTC));
    }
}
