package org.openbankmark.bank.handler.ledger;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What failures of PostgreSQL mean (its manual, appendix A). */
public final class SqlFailures {
    /** Serialization failure, deadlock; and a handled-mark that another handler wrote in between. */
    private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "23505");

    private SqlFailures() {}

    /** Whether the same transaction can succeed when it is tried at once again. */
    static boolean isCollision(SQLException failure) {
        return COLLISIONS.contains(state(failure));
    }

    /**
     * Whether it lies with the database and not with the commands: then they wait, however long it takes. Wrong data (class 22)
     * and broken constraints (class 23) are the command's own.
     */
    public static boolean isOutage(Throwable failure) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (next instanceof SQLException sql) {
                String state = state(sql);
                return isCollision(sql) || !(state.startsWith("22") || state.startsWith("23"));
            }
        }
        return false;
    }

    private static String state(SQLException failure) {
        @Nullable String state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
