package org.openbankmark.bank.graphql.limits;

import java.time.Duration;

/** Limits for tests that start no endpoint. */
public final class LimitsForTests {
    private LimitsForTests() {}

    /** With so many subscribers at once, each with room for a thousand transactions. */
    public static Limits of(int subscribers) {
        return new Limits(
                250,
                1000,
                16,
                12_000,
                20_000,
                65_536,
                Duration.ofSeconds(10),
                250,
                1_000,
                subscribers,
                20,
                200,
                100,
                10,
                50,
                300,
                200,
                Duration.ofMinutes(5),
                Duration.ofHours(12),
                Duration.ofSeconds(20));
    }
}
