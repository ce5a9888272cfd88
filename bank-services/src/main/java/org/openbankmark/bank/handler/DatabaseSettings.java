package org.openbankmark.bank.handler;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.openbankmark.bank.operations.Environment;
import org.openbankmark.bank.operations.UnavailableException;

/**
 * Where the ledger is.
 *
 * @param user the role that works with the tables
 * @param migrationUser the role that owns them
 */
record DatabaseSettings(
        String url, String user, String password, String migrationUser, String migrationPassword, int connections) {
    /** The ledger's tables are apart from whatever else the database has. */
    static final String SCHEMA = "ledger";

    /**
     * What PostgreSQL does by itself, as a handler that is frozen or gone can do nothing: it ends transactions that stand still, and
     * connections of which nothing answers, with their locks. Who waits for a lock gives up before this side's socket does, which
     * would leave a process of the server waiting on.
     */
    private static final String LIMITS_OF_SERVER = "-c idle_in_transaction_session_timeout=15s -c lock_timeout=20s"
            + " -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3";

    static DatabaseSettings from(Environment environment) {
        String user = environment.text("DB_USER", "bank");
        String password = environment.text("DB_PASSWORD", "");
        return new DatabaseSettings(
                "jdbc:postgresql://" + environment.text("DB_HOSTNAME", "127.0.0.1") + ":"
                        + environment.number("DB_PORT", 5432, 1, 65_535) + "/" + environment.text("DB_NAME", "bank")
                        + "?currentSchema=" + SCHEMA,
                user,
                password,
                environment.text("DB_MIGRATION_USER", user),
                environment.text("DB_MIGRATION_PASSWORD", password),
                (int) environment.number("DB_CONNECTIONS", 4, 2, 100));
    }

    /** Brings the tables to what this version needs; several handlers may do it at once. */
    void migrate() {
        try {
            Flyway.configure()
                    .dataSource(url, migrationUser, migrationPassword)
                    .defaultSchema(SCHEMA)
                    .locations("classpath:db/ledger")
                    .placeholders(Map.of("app", user))
                    .load()
                    .migrate();
        } catch (FlywayException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql) {
                    throw new UnavailableException(
                            "the ledger's database at " + url + " is not ready: " + sql.getMessage(), sql);
                }
            }
            throw failure;
        }
    }

    /** Connections that do not commit by themselves. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("ledger");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setAutoCommit(false);
        config.setConnectionTimeout(5_000);
        config.setValidationTimeout(3_000);
        config.setInitializationFailTimeout(-1);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        limits().forEach((name, value) -> config.addDataSourceProperty(String.valueOf(name), value));
        return new HikariDataSource(config);
    }

    /** A connection beside the pool. */
    Connection connect() throws SQLException {
        Properties properties = limits();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return DriverManager.getConnection(url, properties);
    }

    /** A server that is gone without a word is noticed, and so is this handler by the server. */
    private static Properties limits() {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("options", LIMITS_OF_SERVER);
        properties.setProperty("ApplicationName", "command-handler");
        return properties;
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + user + " at " + url + "]";
    }
}
