package org.openbankmark.topology.sync.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.SyncException;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.Fingerprints;
import org.openbankmark.topology.sync.plan.Plan;

class BrokerChecksTest {
    private static final Plan PLAN = new Plan(
            List.of(new Change.CreateTopic("orders", 1, 1, new TreeMap<>(), "")),
            List.of(),
            List.of(),
            List.of(),
            new TreeSet<>(),
            new TreeSet<>(),
            Map.of(),
            new Fingerprints("", "", "", ""));

    /** Kafka's own client, to which nobody answers. */
    private static Connection silent() {
        return Connection.of(
                Admin.create(Map.of("bootstrap.servers", "localhost:1")), Deadline.in(Duration.ofMillis(200)));
    }

    @Test
    void aControllerThatDoesNotAnswerIsNotShownAsOneThatRefuses() {
        try (Connection connection = silent()) {
            BrokerChecks checks = new BrokerChecks(connection);
            assertThatThrownBy(() -> checks.rejections(PLAN))
                    .isInstanceOf(SyncException.class)
                    .hasMessage("Kafka did not give its opinion of the plan in time; try again, or raise --timeout")
                    .hasCauseInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void whoIsGoingToApplyGoesOnWithoutTheAnswer() {
        try (Connection connection = silent()) {
            assertThat(new BrokerChecks(connection).knownRejections(PLAN)).isEmpty();
        }
    }
}
