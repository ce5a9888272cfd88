package org.openbankmark.topology.bench.codec;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link CodecBenchmark} and sets the figures beside each other.
 *
 * @param results by the name of the benchmark
 */
record CodecComparison(Map<String, Figure> results) {

    /** Time and allocation of one call, in its fastest iteration: what it takes when the machine does nothing else. */
    record Figure(double nanos, double bytes) {}

    /** Measures for about two minutes, each side in two virtual machines of its own. */
    public static void main(String[] arguments) throws RunnerException {
        CodecComparison comparison = run(new OptionsBuilder()
                .forks(2)
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1)));
        comparison.print(System.out);
    }

    static CodecComparison run(ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> runs = new Runner(options.include(CodecBenchmark.class.getName() + "\\.")
                        .addProfiler(GCProfiler.class)
                        .jvmArgsAppend("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, Figure> results = new TreeMap<>();
        for (RunResult run : runs) {
            Result<?> time = run.getPrimaryResult();
            Result<?> allocation =
                    Objects.requireNonNull(run.getSecondaryResults().get("gc.alloc.rate.norm"));
            results.put(time.getLabel(), new Figure(time.getStatistics().getMin(), allocation.getScore()));
        }
        return new CodecComparison(results);
    }

    double ratio(String name) {
        return figure(name + "Confluent").nanos() / figure(name).nanos();
    }

    Figure figure(String name) {
        Figure figure = results.get(name);
        if (figure == null) {
            throw new IllegalArgumentException(name + " was not measured, only " + results.keySet());
        }
        return figure;
    }

    private void print(PrintStream out) {
        results.forEach((name, figure) -> out.println(
                String.format(Locale.ROOT, "%-22s %8.1f ns %8.1f bytes", name, figure.nanos(), figure.bytes())));
        out.println(String.format(
                Locale.ROOT,
                "codec: serializes %.1f times and deserializes %.1f times as fast as Confluent's 7.7.0",
                ratio("serialize"),
                ratio("deserialize")));
    }
}
