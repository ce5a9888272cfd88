package org.openbankmark.topology.bench.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.WrittenFindings;

/** The short form of {@code bench/run sync}, by the same jar and launcher, against real servers. */
class SyncComparisonTest {
    @Test
    void planAndApplyAreMeasuredBesideTheBareCall(@TempDir Path directory) throws Exception {
        Path cli = Path.of("..", "sync-cli");
        Path jar = cli.resolve("target/sync-cli.jar");
        assertThat(jar).exists();

        SyncComparison.compare(
                3, 1, jar, cli.resolve("bin/sync-cli"), directory, Findings.of("sync", "bench/run sync", directory));

        JsonNode written = WrittenFindings.read(directory, "sync");
        assertThat(written.path("measurements"))
                .hasSize(9)
                .allSatisfy(each -> assertThat(each.path("median").asDouble()).isPositive());
        assertThat(WrittenFindings.names(written, "ratios")).contains("seconds of a plan in sync by bin/sync-cli");
    }
}
