package org.openbankmark.bank.handler.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.handler.LedgerDatabase;
import org.openbankmark.bank.handler.Patience;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.postgres.PostgresServer;

@RealServers
class StandbyTest {
    @Test
    void aRelayThatIsFrozenLosesItsPlace(PostgresServer postgres) throws Exception {
        try (LedgerDatabase database = new LedgerDatabase(postgres);
                Leadership frozen = Leadership.take(database.connect()).orElseThrow();
                Connection standby = database.connect()) {
            assertThat(silence(frozen)).isEqualTo("3min");
            frozen.atWork();
            assertThat(silence(frozen)).isEqualTo("20s");
            assertThat(Leadership.take(standby)).isEmpty();
            try (Statement statement = frozen.connection().createStatement()) {
                statement.execute("SET idle_session_timeout = '300ms'");
            }
            frozen.connection().commit();
            Patience.until("another takes over", () -> Leadership.take(standby).isPresent());
            assertThatThrownBy(() -> OutboxTable.lastNumber(frozen.connection()))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("idle-session timeout");
        }
    }

    @Test
    void aRelayThatStandsByTellsWhenTheOneAtWorkDoesNotSend(PostgresServer postgres) throws Exception {
        try (LedgerDatabase database = new LedgerDatabase(postgres);
                Leadership frozen = Leadership.take(database.connect()).orElseThrow();
                Relay standby = new Relay(
                        database::connect,
                        () -> {
                            throw new IllegalStateException("it is not at work");
                        },
                        new RelaySignal(),
                        Forgotten.STOP,
                        RelaySteps.NONE,
                        new StandbyWatch(Duration.ofMillis(1)),
                        broken -> {})) {
            standby.start();
            Patience.until("it stands by", () -> standby.problem().isEmpty());
            database.execute("INSERT INTO outbox (events, content) VALUES (1, '[]')");
            Patience.until(
                    "it says that nothing is sent",
                    () -> standby.problem().orElse("").contains("does not send"));
            database.execute("DELETE FROM outbox");
            Patience.until("all is well", () -> standby.problem().isEmpty());
            assertThat(frozen.connection().isValid(5)).isTrue();
        }
    }

    @Test
    void onlyARowThatStaysTheOldestForLongIsAProblem() {
        StandbyWatch watch = new StandbyWatch(Duration.ofNanos(10));
        assertThat(watch.look(OptionalLong.of(1), 0)).isEmpty();
        assertThat(watch.look(OptionalLong.of(1), 10)).isEmpty();
        assertThat(watch.look(OptionalLong.of(1), 11)).isPresent();
        assertThat(watch.look(OptionalLong.of(2), 12)).isEmpty();
        assertThat(watch.look(OptionalLong.empty(), 30)).isEmpty();
        assertThat(watch.look(OptionalLong.empty(), 60)).isEmpty();
        assertThat(watch.look(OptionalLong.of(3), 61)).isEmpty();
    }

    private static String silence(Leadership leadership) throws SQLException {
        try (Statement statement = leadership.connection().createStatement();
                var row = statement.executeQuery("SHOW idle_session_timeout")) {
            row.next();
            return row.getString(1);
        }
    }
}
