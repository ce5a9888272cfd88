package org.openbankmark.topology.sync.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.sync.Deadline;

/** Settings of Kafka's client. */
class ConnectionTest {

    @Test
    void aRequestMayTakeLongerThanKafkasDefaultForACall() {
        Settings settings = Settings.of(Map.of("bootstrap.servers", "localhost:1", "request.timeout.ms", "120000"));
        try (Admin admin = Admin.create(Connection.properties(settings, Deadline.in(Duration.ofMinutes(2))))) {
            assertThat(admin).isNotNull();
        }
    }
}
