package org.openbankmark.bank.handler.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The handled-marks of account creations. */
final class CreationTable {
    // Locked, as those of transfers are.
    private static final String FIND = """
            SELECT creation.id, creation.iban, account.token, account.atype, creation.reason,
                source_partition, source_offset, source_time
            FROM account_creation creation LEFT JOIN account USING (iban) WHERE creation.id = ANY (?)
            ORDER BY creation.id FOR NO KEY UPDATE OF creation""";
    private static final String INSERT = """
            INSERT INTO account_creation
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::text[], ?::integer[], ?::bigint[], ?::bigint[])""";
    private static final String UPDATE_SOURCE = """
            UPDATE account_creation
            SET source_partition = booked.partition, source_offset = booked.place, source_time = booked.time
            FROM unnest(?::uuid[], ?::integer[], ?::bigint[], ?::bigint[]) AS booked (id, partition, place, time)
            WHERE account_creation.id = booked.id""";

    /** What came of a creation: an account, or a reason. */
    record Mark(
            UUID id,
            @Nullable String iban,
            @Nullable String token,
            String atype,
            @Nullable String reason,
            Source source) {

        Mark readAt(Source later) {
            return new Mark(id, iban, token, atype, reason, later.after(source));
        }

        /** Without its token. */
        @Override
        public String toString() {
            return "Mark[" + id + " " + iban + " " + reason + "]";
        }
    }

    private CreationTable() {}

    static Map<UUID, Mark> find(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, Mark> marks = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    String atype = rows.getString(4);
                    Source source = new Source(rows.getInt(6), rows.getLong(7), rows.getLong(8));
                    marks.put(
                            id,
                            new Mark(
                                    id,
                                    rows.getString(2),
                                    rows.getString(3),
                                    atype == null ? "" : atype,
                                    rows.getString(5),
                                    source));
                }
            }
            return marks;
        }
    }

    static void insert(Connection connection, Collection<Mark> unsorted) throws SQLException {
        if (unsorted.isEmpty()) {
            return;
        }
        List<Mark> marks = sorted(unsorted);
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", marks.stream().map(Mark::id).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", marks.stream().map(Mark::iban).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", marks.stream().map(Mark::reason).toArray()));
            Sources.set(statement, 4, marks.stream().map(Mark::source).toList());
            statement.executeUpdate();
        }
    }

    static void updateSource(Connection connection, Collection<Mark> unsorted) throws SQLException {
        if (unsorted.isEmpty()) {
            return;
        }
        List<Mark> marks = sorted(unsorted);
        try (PreparedStatement statement = connection.prepareStatement(UPDATE_SOURCE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", marks.stream().map(Mark::id).toArray()));
            Sources.set(statement, 2, marks.stream().map(Mark::source).toList());
            statement.executeUpdate();
        }
    }

    private static List<Mark> sorted(Collection<Mark> marks) {
        return marks.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
    }
}
