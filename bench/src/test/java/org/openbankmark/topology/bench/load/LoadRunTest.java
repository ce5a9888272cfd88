package org.openbankmark.topology.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadRunTest {
    @TempDir
    private Path directory;

    @Test
    void isTheLastOfItsFileWithTheFiguresOfTheLoadThatIsAskedFor() throws Exception {
        LoadRun run = LoadRun.lastOf(results("""
                {"name": "first", "points": [{"load": 0, "latency_ms": {"mean": 1}}]},
                {"name": "second", "points": [{"load": 0, "latency_ms": {"mean": 2}}, {"load": 300, "latency_ms": {"mean": 3.5}}]}
                """));

        assertThat(run.latency(0, "mean")).isEqualTo(2);
        assertThat(run.latency(300, "mean")).isEqualTo(3.5);
    }

    @Test
    void refusesAFigureThatTooFewClicksTellNothingOf() throws Exception {
        LoadRun run = LoadRun.lastOf(results("""
                {"name": "short", "points": [{"load": 0, "latency_ms": {"p99": null}}]}
                """));

        assertThatThrownBy(() -> run.latency(0, "p99"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'short'")
                .hasMessageContaining("no p99 at 0 messages/s");
    }

    @Test
    void hasA99thPercentileAtTheLoadsThatHaveOne() throws Exception {
        LoadRun run = LoadRun.lastOf(results("""
                {"name": "mixed", "points": [{"load": 0, "latency_ms": {"p99": null}}, {"load": 300, "latency_ms": {"p99": 90}}]}
                """));

        assertThat(run.latencyIfTold(0, "p99")).isEmpty();
        assertThat(run.latencyIfTold(100, "p99")).isEmpty();
        assertThat(run.latencyIfTold(300, "p99")).hasValue(90);
    }

    @Test
    void countsMeasurementsAndTimeOutsOfAllItsLoads() throws Exception {
        LoadRun run = LoadRun.lastOf(results("""
                {"name": "closed", "points": [{"load": 0, "samples": 60, "timeouts": 1}, {"load": 10, "samples": 24, "timeouts": 2}]}
                """));

        assertThat(run.loads()).containsExactly(0, 10);
        assertThat(run.samples()).isEqualTo(84);
        assertThat(run.timeouts()).isEqualTo(3);
    }

    @Test
    void tellsWhatASearchFoundAndThatNothingHeld() throws Exception {
        assertThat(LoadRun.lastOf(outcome("highest load with p99 under 500 ms: 3600 messages/s (by probes)"))
                        .highest())
                .isEqualTo(3600);
        assertThat(LoadRun.lastOf(outcome("highest load with p99 under 500 ms: 3600 messages/s (by probes), and again"
                                + " for 60 s; 3800 held in the search alone"))
                        .highest())
                .isEqualTo(3600);
        assertThat(LoadRun.lastOf(outcome("no load held with p99 under 500 ms")).highest())
                .isEqualTo(0);
        assertThat(LoadRun.lastOf(outcome(
                                "no load held with p99 under 500 ms for 60 s; 3000 messages/s did in the search"))
                        .highest())
                .isEqualTo(0);
    }

    @Test
    void runsOfSeveralFilesAreWrittenAsOneThatCanBeReadAgain() throws Exception {
        LoadRun first = LoadRun.lastOf(results("{\"name\": \"a\", \"group\": \"1 broker\", \"points\": []}"));
        LoadRun second = LoadRun.lastOf(results("{\"name\": \"b\", \"group\": \"3 brokers\", \"points\": []}"));
        Path together = LoadRun.keptIn(directory.resolve("kept"), "together");

        LoadRun.write(List.of(first, second), together);

        assertThat(together).content().contains("\"format\" : 1", "\"1 broker\"");
        assertThat(LoadRun.lastOf(together).group()).isEqualTo("3 brokers");
    }

    @Test
    void refusesASearchThatWasStopped() throws Exception {
        LoadRun run =
                LoadRun.lastOf(outcome("stopped; highest load with p99 under 500 ms: 3000 messages/s (by probes)"));

        assertThatThrownBy(run::highest).isInstanceOf(IOException.class).hasMessageContaining("stopped");
    }

    private Path outcome(String outcome) throws IOException {
        return results("{\"name\": \"search\", \"outcome\": \"" + outcome + "\", \"points\": []}");
    }

    private Path results(String runs) throws IOException {
        return Files.writeString(directory.resolve("results.json"), "{\"format\": 1, \"runs\": [" + runs + "]}");
    }
}
