package org.openbankmark.topology.bench.codec;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.Measurement;
import org.openbankmark.topology.bench.result.Origin;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link CodecBenchmark} for one shape, and sets the figures beside each other.
 *
 * @param nanos of one call, a figure for each virtual machine, by the name of the benchmark
 * @param bytes allocated by one call, in the same way
 */
record CodecComparison(Shape shape, Map<String, List<Double>> nanos, Map<String, List<Double>> bytes) {
    private static final List<String> SIDES = List.of("", "Confluent", "Avro");

    /** Arguments: shapes, all unless said; about five minutes each. A round is a virtual machine of its own. */
    public static void main(String[] arguments) throws RunnerException, IOException {
        for (Shape shape : Shape.named(Arrays.asList(arguments))) {
            run(
                            shape,
                            new OptionsBuilder()
                                    .forks(Origin.rounds())
                                    .warmupIterations(5)
                                    .warmupTime(TimeValue.seconds(1))
                                    .measurementIterations(5)
                                    .measurementTime(TimeValue.seconds(1)))
                    .tell(Findings.of("codec-" + shape));
        }
    }

    static CodecComparison run(Shape shape, ChainedOptionsBuilder options) throws RunnerException {
        Collection<RunResult> runs = new Runner(options.include(CodecBenchmark.class.getName() + "\\.")
                        .param("shape", shape.name())
                        .addProfiler(GCProfiler.class)
                        .jvmArgsAppend("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn")
                        .shouldFailOnError(true)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, List<Double>> nanos = new TreeMap<>();
        Map<String, List<Double>> bytes = new TreeMap<>();
        for (RunResult run : runs) {
            BenchmarkParams benchmark = run.getParams();
            String name = benchmark.getBenchmark().replaceAll(".*\\.", "");
            nanos.put(
                    name,
                    run.getBenchmarkResults().stream()
                            .map(CodecComparison::median)
                            .toList());
            bytes.put(
                    name,
                    run.getBenchmarkResults().stream()
                            .map(CodecComparison::bytesOfACall)
                            .toList());
        }
        return new CodecComparison(shape, nanos, bytes);
    }

    /** Of one virtual machine: of its iterations, when it has warmed up. */
    private static double median(BenchmarkResult machine) {
        double[] sorted = machine.getIterationResults().stream()
                .map(IterationResult::getPrimaryResult)
                .mapToDouble(result -> result.getScore())
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    private static double bytesOfACall(BenchmarkResult machine) {
        return Objects.requireNonNull(machine.getSecondaryResults().get("gc.alloc.rate.norm"))
                .getScore();
    }

    void tell(Findings findings) throws IOException {
        Map<String, Measurement> times = new TreeMap<>();
        for (String direction : List.of("serialize", "deserialize")) {
            for (String side : SIDES) {
                String name = direction + side;
                times.put(name, findings.add(label(direction, side), "ns", Objects.requireNonNull(nanos.get(name))));
                findings.add(label(direction, side) + ", allocated", "bytes", allocated(name));
            }
        }
        String serializing = "times as fast as Confluent's 7.7.0: serializing";
        if (shape == Shape.balance_changed) {
            findings.atLeast(serializing, ratio(times, "serialize"), 6);
            findings.atLeast("deserializing", ratio(times, "deserialize"), 4);
        } else {
            findings.ratio(serializing, ratio(times, "serialize"));
            findings.ratio("deserializing", ratio(times, "deserialize"));
        }
        findings.conclude();
    }

    private static double ratio(Map<String, Measurement> times, String direction) {
        return Objects.requireNonNull(times.get(direction + "Confluent")).median()
                / Objects.requireNonNull(times.get(direction)).median();
    }

    private String label(String direction, String side) {
        List<String> words = new ArrayList<>(List.of(shape.name().replace('_', ' ') + ",", direction));
        words.add(
                side.isEmpty() ? "by the generated codec" : side.equals("Avro") ? "by Avro itself" : "by Confluent's");
        return String.join(" ", words);
    }

    List<Double> allocated(String name) {
        List<Double> allocated = bytes.get(name);
        if (allocated == null) {
            throw new IllegalArgumentException(name + " was not measured, only " + bytes.keySet());
        }
        return allocated;
    }
}
