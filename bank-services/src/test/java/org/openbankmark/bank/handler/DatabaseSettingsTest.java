package org.openbankmark.bank.handler;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.operations.Environment;

@RealServers
class DatabaseSettingsTest {
    private static final Map<String, String> LIMITS = Map.of(
            "idle_in_transaction_session_timeout",
            "15s",
            "lock_timeout",
            "20s",
            "tcp_keepalives_idle",
            "5",
            "tcp_keepalives_interval",
            "2",
            "tcp_keepalives_count",
            "3");

    @Test
    void theServerTakesItsLocksFromAHandlerThatIsFrozenOrGone(PostgresServer postgres) throws Exception {
        DatabaseSettings settings = DatabaseSettings.from(new Environment(Map.of(
                "DB_PORT",
                Integer.toString(postgres.port()),
                "DB_NAME",
                PostgresServer.USER,
                "DB_USER",
                PostgresServer.USER)));
        try (Connection ofRelay = settings.connect()) {
            limitsHoldOn(ofRelay);
        }
        try (HikariDataSource pool = settings.pool();
                Connection ofLedger = pool.getConnection()) {
            limitsHoldOn(ofLedger);
        }
    }

    private static void limitsHoldOn(Connection connection) throws SQLException {
        for (Map.Entry<String, String> limit : LIMITS.entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW " + limit.getKey())) {
                row.next();
                assertThat(row.getString(1)).as(limit.getKey()).isEqualTo(limit.getValue());
            }
        }
    }
}
