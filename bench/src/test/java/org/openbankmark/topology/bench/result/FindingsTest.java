package org.openbankmark.topology.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
    @TempDir
    private Path results;

    @Test
    void aVariantTakesTheStandardFiguresPlaceNowhere() throws Exception {
        conclude(Origin.of("bench/run load", "v1", Map.of()), 1);
        conclude(Origin.of("bench/run load idle", "v2", Map.of("BENCH_ROUNDS", "2")), 2);

        assertThat(figure("load")).isEqualTo(1);
        assertThat(WrittenFindings.read(results, "load")
                        .path("fixedWorkMillisBefore")
                        .asDouble())
                .isPositive();
        assertThat(WrittenFindings.read(results, "load")
                        .path("fixedWorkMillisAfter")
                        .asDouble())
                .isPositive();
        assertThat(WrittenFindings.read(results, "load").has("variant")).isFalse();
        JsonNode variant = WrittenFindings.read(results, "load-variant");
        assertThat(figure("load-variant")).isEqualTo(2);
        assertThat(variant.path("command").asText()).isEqualTo("BENCH_ROUNDS=2 bench/run load idle");
        assertThat(variant.path("version").asText()).isEqualTo("v2");
        assertThat(variant.path("variant").asText()).isEqualTo("with arguments, fewer than 5 rounds");
    }

    @Test
    void whatIsIncompleteIsAVariantToo() throws Exception {
        Findings findings = Findings.of("load", "bench/run load", results);
        findings.add("figure", "ms", List.of(1.0));
        findings.incomplete("the bank fell");
        findings.conclude();

        assertThat(results.resolve("load.json")).doesNotExist();
        assertThat(WrittenFindings.read(results, "load-variant").path("variant").asText())
                .isEqualTo("incomplete");
    }

    private void conclude(Origin origin, double figure) throws Exception {
        Findings findings = Findings.of("load", origin, results);
        findings.add("figure", "ms", List.of(figure));
        findings.conclude();
    }

    private double figure(String benchmark) throws Exception {
        return WrittenFindings.read(results, benchmark)
                .path("measurements")
                .path(0)
                .path("median")
                .asDouble();
    }
}
