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

/** The handled-marks of transfers. */
final class TransferTable {
    // Locked, before the accounts and in one order: handlers that are given the same command for a moment answer it
    // one after the other, and so once.
    private static final String FIND = """
            SELECT id, content, debited, credited, amount, reason, source_partition, source_offset, source_time
            FROM transfer WHERE id = ANY (?) ORDER BY id FOR NO KEY UPDATE""";
    private static final String INSERT = """
            INSERT INTO transfer
            SELECT * FROM unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::integer[],
                ?::bigint[], ?::bigint[])""";
    private static final String UPDATE_SOURCE = """
            UPDATE transfer SET source_partition = booked.partition, source_offset = booked.place, source_time = booked.time
            FROM unnest(?::uuid[], ?::integer[], ?::bigint[], ?::bigint[]) AS booked (id, partition, place, time)
            WHERE transfer.id = booked.id""";

    private TransferTable() {}

    static Map<UUID, TransferMark> find(Connection connection, Collection<UUID> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, TransferMark> marks = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    UUID id = rows.getObject(1, UUID.class);
                    Source source = new Source(rows.getInt(7), rows.getLong(8), rows.getLong(9));
                    marks.put(
                            id,
                            new TransferMark(
                                    id,
                                    rows.getString(2),
                                    rows.getObject(3, Long.class),
                                    rows.getObject(4, Long.class),
                                    rows.getLong(5),
                                    rows.getString(6),
                                    source));
                }
            }
            return marks;
        }
    }

    /** Fails with a unique violation where another handler was quicker. */
    static void insert(Connection connection, Collection<TransferMark> unsorted) throws SQLException {
        if (unsorted.isEmpty()) {
            return;
        }
        // In one order, as those who insert the same ids wait for each other.
        List<TransferMark> marks =
                unsorted.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", marks.stream().map(TransferMark::id).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", marks.stream().map(TransferMark::content).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", marks.stream().map(TransferMark::debited).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "bigint", marks.stream().map(TransferMark::credited).toArray()));
            statement.setObject(
                    5, marks.stream().mapToLong(TransferMark::amount).toArray());
            statement.setArray(
                    6,
                    connection.createArrayOf(
                            "text", marks.stream().map(TransferMark::reason).toArray()));
            Sources.set(statement, 7, marks.stream().map(TransferMark::source).toList());
            statement.executeUpdate();
        }
    }

    static void updateSource(Connection connection, Collection<TransferMark> unsorted) throws SQLException {
        if (unsorted.isEmpty()) {
            return;
        }
        List<TransferMark> marks =
                unsorted.stream().sorted((a, b) -> a.id().compareTo(b.id())).toList();
        try (PreparedStatement statement = connection.prepareStatement(UPDATE_SOURCE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", marks.stream().map(TransferMark::id).toArray()));
            Sources.set(statement, 2, marks.stream().map(TransferMark::source).toList());
            statement.executeUpdate();
        }
    }
}
