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
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Whole Maven processes, one after the other: clean, nothing changed, one record edited. Each figure is the median of its
 * runs; the two plugins take turns, so that whatever else the machine does meets both.
 */
public final class GenerateComparison {
    private static final int RUNS = 3;

    private final Path work;
    private final Path settings;
    private final Path localRepository;
    private final String version;
    private final String avroVersion;

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
     * Measures, and prints a table and the ratio.
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
        SyntheticProject empty = SyntheticProject.empty(work.resolve("empty"));
        run(empty);
        Figures maven = new Figures();
        for (int i = 0; i < RUNS; i++) {
            maven.add(run(empty));
        }
        System.out.printf(Locale.ROOT, "Maven's own start: %.2f s; medians of %d runs%n%n", maven.whole() / 1000, RUNS);
        System.out.println("records  plugin      what             process s   beyond start s   in the goal ms");
        double ratio = Double.NaN;
        for (int records : sizes) {
            ratio = compare(records, maven.whole());
        }
        System.out.printf(
                Locale.ROOT,
                "%nclean, %d records, beyond Maven's own start: topology (with clients) takes %.2f of avro-maven-plugin's"
                        + " time (records only)%nratio %.2f%n",
                sizes[sizes.length - 1],
                ratio,
                ratio);
    }

    private double compare(int records, double mavenStart) throws IOException, InterruptedException {
        SyntheticProject ours = SyntheticProject.topology(work.resolve("topology-" + records), version, records);
        SyntheticProject theirs = SyntheticProject.avro(work.resolve("avro-" + records), avroVersion, records);
        List<Figures> figures = Stream.generate(Figures::new).limit(6).toList();
        run(ours);
        run(theirs);
        for (int i = 1; i <= RUNS; i++) {
            for (int plugin = 0; plugin < 2; plugin++) {
                SyntheticProject project = plugin == 0 ? ours : theirs;
                delete(project.directory().resolve("target"));
                figures.get(plugin * 3).add(run(project));
                figures.get(plugin * 3 + 1).add(run(project));
                project.edit(i);
                figures.get(plugin * 3 + 2).add(run(project));
            }
        }
        String[] what = {"clean", "nothing changed", "one edited"};
        for (int i = 0; i < 6; i++) {
            Figures f = figures.get(i);
            System.out.printf(
                    Locale.ROOT,
                    "%7d  %-10s  %-15s  %9.2f   %14.2f   %14s%n",
                    records,
                    i < 3 ? "topology" : "avro",
                    what[i % 3],
                    f.whole() / 1000,
                    (f.whole() - mavenStart) / 1000,
                    f.goal());
        }
        return (figures.get(0).whole() - mavenStart) / (figures.get(3).whole() - mavenStart);
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

    /** Runs of one kind. */
    private static final class Figures {
        private final List<MavenRun> all = new ArrayList<>();

        void add(MavenRun run) {
            all.add(run);
        }

        double whole() {
            return median(all.stream().mapToLong(MavenRun::wholeMillis).sorted().toArray());
        }

        String goal() {
            long[] millis = all.stream()
                    .flatMapToLong(run -> run.goalMillis().stream())
                    .sorted()
                    .toArray();
            return millis.length == 0 ? "" : Long.toString(Math.round(median(millis)));
        }

        private static double median(long[] sorted) {
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
        }
    }
}
