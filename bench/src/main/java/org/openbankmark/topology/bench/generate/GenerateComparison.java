package org.openbankmark.topology.bench.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.Measurement;
import org.openbankmark.topology.bench.result.Origin;

/**
 * Whole Maven processes, one after the other: clean, nothing changed, one record edited; and javac over what was generated,
 * which costs a build more than generating it. At last the goal's work in one process that is warm. The two plugins take turns, so that whatever else the machine does meets both.
 */
public final class GenerateComparison {
    private final Path work;
    private final Path settings;
    private final Path localRepository;
    private final String version;
    private final String avroVersion;
    private final int rounds = Origin.rounds();

    private GenerateComparison(Path work) throws IOException {
        this.work = work;
        Properties versions = new Properties();
        try (InputStream in = GenerateComparison.class.getResourceAsStream("versions.properties")) {
            versions.load(Objects.requireNonNull(in));
        }
        this.version = versions.getProperty("topology");
        this.avroVersion = versions.getProperty("avro");
        this.localRepository = work.resolve("repository");
        this.settings = Files.writeString(work.resolve("settings.xml"), settings());
    }

    /**
     * Measures each number of records in BENCH_ROUNDS rounds, 5 unless set.
     *
     * @param args the work directory, whose folder {@code plugins} is a Maven repository with the plugin; then numbers of
     *     records
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        GenerateComparison comparison =
                new GenerateComparison(Files.createDirectories(Path.of(args[0])).toAbsolutePath());
        comparison.run(Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray());
    }

    private void run(int[] sizes) throws IOException, InterruptedException {
        for (int records : sizes) {
            compare(records);
        }
    }

    private void compare(int records) throws IOException, InterruptedException {
        Findings findings = Findings.of("generate-" + records);
        SyntheticProject empty = SyntheticProject.empty(work.resolve("empty"));
        SyntheticProject ours = SyntheticProject.topology(work.resolve("topology-" + records), version, records);
        SyntheticProject theirs = SyntheticProject.avro(work.resolve("avro-" + records), avroVersion, records);
        Side topology = new Side("topology-maven-plugin, records and clients", ours);
        Side avro = new Side("avro-maven-plugin, records", theirs);
        run(empty);
        run(ours);
        run(theirs);
        List<Double> maven = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            maven.add(run(empty).wholeMillis() / 1000.0);
            // Who comes second does so in the next round first.
            for (Side side : round % 2 == 1 ? List.of(topology, avro) : List.of(avro, topology)) {
                delete(side.project.directory().resolve("target"));
                side.clean.add(run(side.project));
                side.unchanged.add(run(side.project));
                side.compiled.add(Javac.seconds(side.project.directory()));
                side.project.edit(round);
                side.edited.add(run(side.project));
            }
        }
        WarmGeneration warm =
                new WarmGeneration(SyntheticProject.topology(work.resolve("warm-" + records), version, records));
        warm.measure(rounds);
        double start = findings.add("Maven's own start", "s", maven).median();
        double ratio = topology.tell(findings, start) / avro.tell(findings, start);
        warm.tell(findings);
        if (records >= 1_000) {
            findings.atMost(
                    "clean, " + records + " records, beyond Maven's start, by the time of avro-maven-plugin",
                    ratio,
                    1 / 3.0);
            findings.atMost("nothing changed, milliseconds in the goal", topology.inGoal(topology.unchanged), 50);
            findings.atMost("one record edited, milliseconds in the goal", topology.inGoal(topology.edited), 150);
        } else {
            findings.ratio(
                    "clean, " + records + " records, beyond Maven's start, by the time of avro-maven-plugin", ratio);
        }
        findings.conclude();
    }

    private MavenRun run(SyntheticProject project) throws IOException, InterruptedException {
        return MavenRun.in(project.directory(), settings, localRepository);
    }

    /** The plugin as it was just built, and what the build around has fetched already. */
    private String settings() {
        return "<settings><profiles><profile><id>measured</id><activation><activeByDefault>true</activeByDefault></activation>"
                + "<repositories>" + repositories("repository") + "</repositories>"
                + "<pluginRepositories>" + repositories("pluginRepository") + "</pluginRepositories>"
                + "</profile></profiles></settings>";
    }

    private String repositories(String element) {
        Path fetched = Path.of(System.getProperty("user.home"), ".m2", "repository");
        return repository(element, "built-now", work.resolve("plugins"), "always")
                + repository(element, "fetched-already", fetched, "never");
    }

    private static String repository(String element, String id, Path path, String update) {
        return "<" + element + "><id>" + id + "</id><url>" + path.toUri() + "</url>"
                + "<releases><updatePolicy>never</updatePolicy><checksumPolicy>ignore</checksumPolicy></releases>"
                + "<snapshots><updatePolicy>" + update
                + "</updatePolicy><checksumPolicy>ignore</checksumPolicy></snapshots>"
                + "</" + element + ">";
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** One plugin's runs. */
    private static final class Side {
        private final String name;
        private final SyntheticProject project;
        private final List<MavenRun> clean = new ArrayList<>();
        private final List<MavenRun> unchanged = new ArrayList<>();
        private final List<MavenRun> edited = new ArrayList<>();
        private final List<Double> compiled = new ArrayList<>();

        Side(String name, SyntheticProject project) {
            this.name = name;
            this.project = project;
        }

        /** Tells all; the median of clean builds, in seconds beyond Maven's own start. */
        double tell(Findings findings, double start) {
            double beyond = tell(findings, "clean", clean, start);
            tell(findings, "nothing changed", unchanged, start);
            tell(findings, "one record edited", edited, start);
            findings.add(name + ": javac of what was generated", "s", compiled);
            return beyond;
        }

        private double tell(Findings findings, String what, List<MavenRun> runs, double start) {
            Measurement beyond = findings.add(
                    name + ": " + what + ", beyond Maven's start",
                    "s",
                    runs.stream().map(run -> run.wholeMillis() / 1000.0 - start).toList());
            if (runs.get(0).goalMillis().isPresent()) {
                findings.add(name + ": " + what + ", in the goal", "ms", goalMillis(runs));
            }
            return beyond.median();
        }

        double inGoal(List<MavenRun> runs) {
            return new Measurement(name, "ms", goalMillis(runs)).median();
        }

        private static List<Double> goalMillis(List<MavenRun> runs) {
            return runs.stream()
                    .map(run -> (double) run.goalMillis().orElseThrow())
                    .toList();
        }
    }
}
