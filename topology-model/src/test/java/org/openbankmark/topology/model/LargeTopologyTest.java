package org.openbankmark.topology.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.model.testing.CpuTime;
import org.openbankmark.topology.model.testing.TopologyText;

class LargeTopologyTest {

    @TempDir
    Path folder;

    @Test
    void fiveThousandRecordsAndTopicsLoadInLinearTime() throws Exception {
        Duration small = best(500);
        Duration large = best(5_000);

        // Ten times as much; a quadratic step would take a hundred times as long.
        assertThat(large).isLessThan(small.multipliedBy(30).plusMillis(200));
        assertThat(large).as("best of three, warm").isLessThan(Duration.ofSeconds(3));
    }

    private Duration best(int count) throws Exception {
        Path file = TopologyText.write(folder, yaml(count));
        Duration best = Duration.ofDays(1);
        for (int i = 0; i < 3; i++) {
            long start = CpuTime.now();
            Topology topology = TopologyLoader.load(file, Optional.empty());
            Duration took = Duration.ofNanos(CpuTime.now() - start);
            assertThat(topology.topics()).hasSize(count);
            assertThat(topology.topic("topic-" + (count - 1))).isPresent();
            best = took.compareTo(best) < 0 ? took : best;
        }
        return best;
    }

    private static String yaml(int count) {
        StringBuilder yaml = new StringBuilder("topology: large\nnamespace: com.example.large\ntypes:\n  Id: uuid\n");
        yaml.append("records:\n");
        for (int i = 0; i < count; i++) {
            yaml.append("  Record").append(i).append(":\n    id: Id\n    text: string?\n    amounts: map<long[]>?\n");
            yaml.append("    before: Record").append(Math.max(0, i - 1)).append("?\n");
        }
        yaml.append("topics:\n");
        for (int i = 0; i < count; i++) {
            yaml.append("  topic-")
                    .append(i)
                    .append(": { type: Record")
                    .append(i)
                    .append(", key: id, partitions: 3 }\n");
        }
        yaml.append("services:\n  all:\n    consumes:\n");
        for (int i = 0; i < count; i++) {
            yaml.append("      - topic-").append(i).append('\n');
        }
        return yaml.append("environments: { dev: { replicas: 1 } }\n").toString();
    }
}
