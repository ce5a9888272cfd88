package org.openbankmark.topology.sync.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.plan.Change;

/** A topic that someone else makes after the plan was made. */
@RealServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicCreatorTest {
    private Connection connection;

    @BeforeAll
    void connect(KafkaCluster kafka) {
        connection = Connection.open(
                Settings.of(Map.of("bootstrap.servers", kafka.bootstrapServers())), Deadline.in(Duration.ofMinutes(2)));
    }

    @AfterAll
    void close() {
        connection.close();
    }

    private Attempt create(String name, String ratio) {
        Change change = new Change.CreateTopic(
                name,
                1,
                1,
                new TreeMap<>(Map.of("min.cleanable.dirty.ratio", ratio, "cleanup.policy", "delete")),
                "new");
        return new TopicCreator(connection).attempt(List.of(change)).get(change.id());
    }

    @Test
    void isDoneAlreadyWhereItsSettingsHaveTheSameValuesAndElsePlannedAgain() {
        assertThat(create("made_meanwhile", "0.0001")).isEqualTo(new Attempt.Done(false));

        assertThat(create("made_meanwhile", "0.0001")).isEqualTo(new Attempt.Done(true));
        assertThat(create("made_meanwhile", "0.0002"))
                .isInstanceOfSatisfying(Attempt.Failed.class, failed -> assertThat(failed.why())
                        .contains("min.cleanable.dirty.ratio=1.0E-4")
                        .endsWith("plan again"));
    }
}
