package org.openbankmark.topology.bench.codec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The short form of {@code bench/run codec}: too short for its times to mean anything, long enough to see it work. */
class CodecComparisonTest {
    /** A header of 16 bytes, the 92 of the message, rounded up to 8. */
    private static final double RESULT_ARRAY = 112;

    @Test
    void writingAllocatesNothingButTheResultAndBothSidesAreMeasured() throws Exception {
        CodecComparison comparison = CodecComparison.run(
                Shape.balance_changed,
                new OptionsBuilder()
                        .forks(0)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.milliseconds(400))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(300)));

        assertThat(comparison.allocated("serialize")).isBetween(RESULT_ARRAY, RESULT_ARRAY + 4);
        assertThat(comparison.nanos())
                .containsOnlyKeys(
                        "serialize",
                        "serializeConfluent",
                        "serializeAvro",
                        "deserialize",
                        "deserializeConfluent",
                        "deserializeAvro");
        assertThat(comparison.nanos().values())
                .allSatisfy(times -> assertThat(times).hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void allSidesAgreeOnEachShape(Shape shape) throws Exception {
        CodecBenchmark benchmark = CodecBenchmark.of(shape);
        benchmark.start();
        benchmark.stop();
    }
}
