package org.openbankmark.bank.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.process.PortInUseException;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.process.ServerStartException;

class PostgresServerTest {
    @Test
    void keepsWhatWasCommittedWhenKilledAndWhenStartedAnewOnTheSameDirectory(@TempDir Path directory) throws Exception {
        int port = Ports.free(1).get(0);
        PostgresOptions options = PostgresOptions.defaults().withPort(port).withDirectory(directory);
        try (PostgresServer postgres = PostgresServer.start(options)) {
            postgres.createDatabase("ledger");
            execute(postgres, "CREATE TABLE note (text text)");
            execute(postgres, "INSERT INTO note VALUES ('before the kill')");

            postgres.kill();
            assertThat(postgres.isRunning()).isFalse();
            postgres.start();

            assertThat(count(postgres)).isEqualTo(1);
            execute(postgres, "INSERT INTO note VALUES ('after the kill')");
        }
        assertThat(Ports.isFree(port)).isTrue();
        try (PostgresServer again = PostgresServer.start(options)) {
            assertThat(count(again)).isEqualTo(2);
        }
    }

    @Test
    void saysWhoHoldsAPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PostgresOptions options = PostgresOptions.defaults().withPort(other.getLocalPort());
            assertThatThrownBy(() -> PostgresServer.start(options))
                    .isInstanceOf(PortInUseException.class)
                    .hasMessageContaining("PostgreSQL cannot listen on 127.0.0.1:" + other.getLocalPort());
        }
    }

    @Test
    void saysWhyItDidNotStart() {
        PostgresOptions options = PostgresOptions.defaults().withSetting("max_connections", "many");
        assertThatThrownBy(() -> PostgresServer.start(options))
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("PostgreSQL died while it started, with exit status 1. Last lines of ")
                .hasMessageContaining("invalid value for parameter \"max_connections\": \"many\"");
    }

    private static void execute(PostgresServer postgres, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(postgres.url("ledger"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(PostgresServer postgres) throws SQLException {
        try (Connection connection = postgres.dataSource("ledger").getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM note")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
