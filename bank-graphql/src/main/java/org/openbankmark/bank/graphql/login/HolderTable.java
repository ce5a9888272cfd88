package org.openbankmark.bank.graphql.login;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The holders, by name. Thread-safe. */
@Component
final class HolderTable {
    private final JdbcTemplate jdbc;

    HolderTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Holder> find(String username) {
        return jdbc
                .query(
                        "SELECT username, password, creation_id, iban, token FROM holder WHERE username = ?",
                        HolderTable::row,
                        username)
                .stream()
                .findFirst();
    }

    /** Takes a name that is free; false if somebody has it, maybe since a moment ago. */
    boolean take(Holder holder) {
        return jdbc.update(
                        "INSERT INTO holder (username, password, creation_id) VALUES (?, ?, ?)"
                                + " ON CONFLICT (username) DO NOTHING",
                        holder.username(),
                        holder.password(),
                        holder.creationId())
                > 0;
    }

    /** Another command, as the one before failed; none if somebody else has done so in between. */
    void replaceCreation(Holder holder, UUID creationId) {
        jdbc.update(
                "UPDATE holder SET creation_id = ? WHERE username = ? AND creation_id = ? AND iban IS NULL",
                creationId,
                holder.username(),
                holder.creationId());
    }

    void opened(String username, String iban, String token) {
        jdbc.update("UPDATE holder SET iban = ?, token = ? WHERE username = ?", iban, token, username);
    }

    private static Holder row(ResultSet row, int number) throws SQLException {
        return new Holder(
                row.getString(1), row.getString(2), row.getObject(3, UUID.class), row.getString(4), row.getString(5));
    }
}
