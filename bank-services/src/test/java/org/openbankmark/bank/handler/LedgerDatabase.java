package org.openbankmark.bank.handler;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbankmark.bank.local.postgres.PostgresServer;
import org.openbankmark.bank.operations.Environment;

/** A ledger's database of a test's own. */
public final class LedgerDatabase implements AutoCloseable {
    private final PostgresServer postgres;
    private final String name = "ledger_" + UUID.randomUUID().toString().replace("-", "");
    private final HikariDataSource pool;

    public LedgerDatabase(PostgresServer postgres) throws SQLException {
        this.postgres = postgres;
        postgres.createDatabase(name);
        DatabaseSettings settings = DatabaseSettings.from(new Environment(environment()));
        settings.migrate();
        pool = settings.pool();
    }

    public HikariDataSource pool() {
        return pool;
    }

    /** A connection that commits by itself. */
    public Connection connect() throws SQLException {
        Connection connection = postgres.dataSource(name).getConnection();
        connection.setSchema(DatabaseSettings.SCHEMA);
        return connection;
    }

    public Map<String, String> environment() {
        return Map.of("DB_PORT", Integer.toString(postgres.port()), "DB_NAME", name, "DB_USER", PostgresServer.USER);
    }

    public long number(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Accounts with tokens like their IBANs. */
    public void open(String iban, long balance) throws SQLException {
        execute("INSERT INTO account (iban, token, atype, balance) VALUES ('" + iban + "', '" + iban + "', 'AUTO', "
                + balance + ")");
        execute("UPDATE account SET balance = balance - " + balance + " WHERE iban = 'cash'");
    }

    public long balance(String iban) throws SQLException {
        return number("SELECT balance FROM account WHERE iban = '" + iban + "'");
    }

    /** Of accounts that are ours. */
    public Map<String, Long> balances() throws SQLException {
        Map<String, Long> balances = new HashMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT iban, balance FROM account WHERE token IS NOT NULL")) {
            while (rows.next()) {
                balances.put(rows.getString(1), rows.getLong(2));
            }
        }
        return balances;
    }

    /** What waits in the outbox, in order. */
    public List<String> outbox() throws SQLException {
        List<String> contents = new ArrayList<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT content FROM outbox ORDER BY id")) {
            while (rows.next()) {
                contents.add(rows.getString(1));
            }
        }
        return contents;
    }

    @Override
    public void close() {
        pool.close();
    }
}
