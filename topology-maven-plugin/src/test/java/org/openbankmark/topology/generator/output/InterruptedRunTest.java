package org.openbankmark.topology.generator.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbankmark.topology.generator.GeneratedFile;

/** A run that is cut off, or that meets another, leaves nothing that the next cannot put right. */
class InterruptedRunTest {
    private Path project;
    private StoreFixture disk;

    @BeforeEach
    void project(@TempDir Path directory) throws Exception {
        project = directory;
        disk = new StoreFixture(directory);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, CutOffRun.FILES - 1})
    void aProcessThatIsKilledHalfwayIsRepairedByTheNextRun(int diesAt) throws Exception {
        generate("One");
        SortedMap<String, String> one = disk.tree();
        generate("Two");
        SortedMap<String, String> two = disk.tree();
        generate("One");

        assertThat(killed("Two", diesAt)).isEqualTo(9);
        generate("Two");

        assertThat(disk.tree()).isEqualTo(two);
        assertThat(disk.isCurrent()).isTrue();

        assertThat(killed("One", diesAt)).isEqualTo(9);
        generate("Two");
        generate("One");

        assertThat(disk.tree()).isEqualTo(one);
    }

    @Test
    void twoRunsAtOnceEndAsOneAfterTheOther() throws Exception {
        generate("One");
        SortedMap<String, String> one = disk.tree();
        generate("Two");
        SortedMap<String, String> two = disk.tree();
        Callable<Changes> toOne = () -> generate("One");
        Callable<Changes> toTwo = () -> generate("Two");

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<Changes> run : threads.invokeAll(List.of(toOne, toTwo, toOne, toTwo, toOne, toTwo))) {
                run.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(disk.tree()).isIn(one, two);
        assertThat(disk.isCurrent()).isTrue();
    }

    private Changes generate(String version) throws Exception {
        return disk.generate(CutOffRun.files(version).toArray(GeneratedFile[]::new));
    }

    private int killed(String version, int diesAt) throws Exception {
        Path log = Files.createTempFile(project.getParent(), "killed", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CutOffRun.class.getName(),
                        project.toString(),
                        version,
                        Integer.toString(diesAt))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS))
                    .as(Files.readString(log))
                    .isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
            Files.delete(log);
        }
    }
}
