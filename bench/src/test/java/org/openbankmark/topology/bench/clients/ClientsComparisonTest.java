package org.openbankmark.topology.bench.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.bench.result.Findings;
import org.openbankmark.topology.bench.result.WrittenFindings;

/** The short form of {@code bench/run clients}: all four ways carry all messages through a real broker. */
class ClientsComparisonTest {
    @Test
    void eachWayIsMeasuredAndCompared(@TempDir Path results) throws Exception {
        new ClientsComparison(3_000, 0, 1).run(Findings.of("clients", "bench/run clients", results));

        JsonNode written = WrittenFindings.read(results, "clients");
        assertThat(WrittenFindings.names(written, "measurements"))
                .containsSubsequence(Pipes.BYTES, Pipes.GENERATED, Pipes.CODEC, Pipes.CONFLUENT)
                .contains(Pipes.GENERATED + ": topology-completions");
        assertThat(written.path("measurements"))
                .allSatisfy(each -> assertThat(each.path("median").asDouble()).isPositive());
        assertThat(written.path("ratios")).hasSize(2);
    }
}
