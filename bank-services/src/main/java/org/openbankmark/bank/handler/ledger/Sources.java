package org.openbankmark.bank.handler.ledger;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Sources as three arrays of a statement. */
final class Sources {
    private Sources() {}

    static void set(PreparedStatement statement, int first, List<Source> sources) throws SQLException {
        statement.setObject(first, sources.stream().mapToInt(Source::partition).toArray());
        statement.setObject(
                first + 1, sources.stream().mapToLong(Source::offset).toArray());
        statement.setObject(first + 2, sources.stream().mapToLong(Source::time).toArray());
    }
}
