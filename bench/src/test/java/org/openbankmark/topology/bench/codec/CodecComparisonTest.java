package org.openbankmark.topology.bench.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.WrittenFindings;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The short form of {@code bench/run codec}: too short for its times to mean anything, long enough to see it work. */
class CodecComparisonTest {
    /** A header of 16 bytes, the 92 of the message, rounded up to 8. */
    private static final double RESULT_ARRAY = 112;

    @Test
    void writingAllocatesNothingButTheResultAndTimeAndAllocationOfAllSidesAreTold(@TempDir Path results)
            throws Exception {
        CodecComparison comparison = CodecComparison.run(
                Shape.balance_changed,
                new OptionsBuilder()
                        .forks(0)
                        .warmupIterations(2)
                        .warmupTime(TimeValue.milliseconds(400))
                        .measurementIterations(1)
                        .measurementTime(TimeValue.milliseconds(300)));

        assertThat(comparison.allocated("serialize")).singleElement(DOUBLE).isBetween(RESULT_ARRAY, RESULT_ARRAY + 4);
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

        comparison.tell(Findings.of("codec-balance_changed", "bench/run codec balance_changed", results));

        assertThat(WrittenFindings.names(WrittenFindings.read(results, "codec-balance_changed"), "measurements"))
                .containsExactlyElementsOf(Stream.of("serialize", "deserialize")
                        .flatMap(direction -> Stream.of("the generated codec", "Confluent's", "Avro itself")
                                .map(side -> "balance changed, " + direction + " by " + side))
                        .flatMap(name -> Stream.of(name, name + ", allocated"))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void allSidesAgreeOnEachShape(Shape shape) throws Exception {
        CodecBenchmark benchmark = CodecBenchmark.of(shape);
        benchmark.start();
        benchmark.stop();
    }
}
