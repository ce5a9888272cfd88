package org.openbankmark.topology.sync.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.apply.Outcome.Status;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.registry.Parallel;
import org.openbankmark.topology.sync.registry.SubjectsApi;

/** A registry that takes connections and gives no answers. */
class SilentRegistryTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    /** A quarter of the limit, as apply has it. */
    private static final long ANSWER_MILLIS = 500;

    private static final int WIDTH = 4;
    /** At so many at once they would take all of the time and more. */
    private static final int TOPICS = 6 * WIDTH;

    @Test
    void topicsGetTheirTurnAndTheTimeLimitHolds() throws Exception {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < TOPICS; i++) {
            changes.add(new Change.SetLevel("t" + i + "-value", Optional.empty(), Compatibility.FULL, true, "new"));
            changes.add(new Change.CreateTopic("t" + i, 1, 1, new TreeMap<>(), "new"));
        }
        long start = System.nanoTime();
        Deadline deadline = Deadline.in(LIMIT);
        List<Duration> leftForTopics = new ArrayList<>();
        Worker topics = batch -> {
            leftForTopics.add(deadline.left());
            return batch.stream().collect(Collectors.toMap(Change::id, change -> new Attempt.Done(false)));
        };
        Result result;
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Parallel parallel = new Parallel(WIDTH)) {
            SubjectsApi api = new SubjectsApi(Settings.of(Map.of(
                    "schema.registry.url",
                    "http://127.0.0.1:" + silent.getLocalPort(),
                    "schema.registry.http.read.timeout.ms",
                    Long.toString(ANSWER_MILLIS),
                    "schema.registry.max.retries",
                    "0")));
            result = new Executor(
                            Map.of(
                                    Change.SetLevel.class,
                                    new RegistryWorker(api, parallel, deadline),
                                    Change.CreateTopic.class,
                                    topics),
                            deadline,
                            what -> {})
                    .run(changes);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(LIMIT, LIMIT.plusSeconds(1));
        assertThat(leftForTopics.get(0)).isGreaterThan(LIMIT.dividedBy(4));
        Map<Status, Long> counts =
                result.outcomes().stream().collect(Collectors.groupingBy(Outcome::status, Collectors.counting()));
        assertThat(counts).containsEntry(Status.DONE, (long) TOPICS).containsKeys(Status.UNKNOWN, Status.NOT_DONE);
    }
}
