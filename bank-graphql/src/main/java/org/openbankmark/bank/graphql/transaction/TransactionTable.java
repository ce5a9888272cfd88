package org.openbankmark.bank.graphql.transaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Reads transactions. Each method throws Spring's DataAccessException where the database does not answer. Thread-safe.
 */
@Component
public final class TransactionTable {
    private static final String COLUMNS = "t.id, t.iban, t.new_balance, t.changed_by, t.from_to, t.descr";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM transaction_entry t ";
    private static final RowMapper<Transaction> ROW = TransactionTable::row;

    private final JdbcTemplate jdbc;

    /** Over the endpoint's database. */
    public TransactionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The id of the last one; 0 when there is none. They count up from 1 without a gap, so it is their number, too. */
    public long lastId() {
        Long id = jdbc.queryForObject("SELECT id FROM last_transaction", Long.class);
        return id == null ? 0 : id;
    }

    /** One of them. */
    public Optional<Transaction> byId(long id) {
        return jdbc.query(SELECT + "WHERE t.id = ?", ROW, id).stream().findFirst();
    }

    /**
     * Those of an account, newest first.
     *
     * @param before only those with a lower id; null for the newest of all
     */
    public List<Transaction> newest(String iban, @Nullable Long before, int most) {
        return jdbc.query(
                SELECT + "WHERE t.iban = ? AND t.id < ? ORDER BY t.id DESC LIMIT ?",
                ROW,
                iban,
                before == null ? Long.MAX_VALUE : before,
                most);
    }

    /**
     * The last one of each account, ordered by IBAN.
     *
     * @param after only accounts that come later; empty for all
     */
    public List<Transaction> lastOfEach(String after, int most) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM account a JOIN transaction_entry t ON t.id = a.last_id"
                        + " WHERE a.iban > ? ORDER BY a.iban LIMIT ?",
                ROW,
                after,
                most);
    }

    /** How many accounts ever had a transaction. */
    public int accounts() {
        Integer count = jdbc.queryForObject("SELECT count(*) FROM account", Integer.class);
        return count == null ? 0 : count;
    }

    /** Those that match, with an id above {@code after} and up to {@code last}, in the order of their ids. */
    public List<Transaction> between(TransactionFilter filter, long after, long last, int most) {
        StringBuilder sql = new StringBuilder(SELECT).append("WHERE t.id > ? AND t.id <= ?");
        List<Object> values = new ArrayList<>(List.of(after, last));
        if (filter.iban() != null) {
            sql.append(" AND t.iban = ?");
            values.add(filter.iban());
        }
        if (filter.leastAmount() != null) {
            sql.append(" AND abs(t.changed_by::numeric) >= ?");
            values.add(filter.leastAmount());
        }
        if (filter.direction() != null) {
            sql.append(filter.direction() == Direction.DEBIT ? " AND t.changed_by < 0" : " AND t.changed_by >= 0");
        }
        sql.append(" ORDER BY t.id LIMIT ?");
        values.add(most);
        return jdbc.query(sql.toString(), ROW, values.toArray());
    }

    private static Transaction row(ResultSet row, int number) throws SQLException {
        return new Transaction(
                row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getString(5), row.getString(6));
    }
}
