package org.openbankmark.bank.graphql.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.graphql.login.Session;
import org.openbankmark.bank.graphql.login.Viewer;

/** Who is logged in on a connection, when logins, logouts and look-ups meet. */
class SocketConnectionTest {
    private static final Session BEFORE = new Session("before", Viewer.employee("before"));
    private static final Session AFTER = new Session("after", Viewer.holder("after", "NL66OPEN0000000000", "token"));
    private static final Map<String, Session> BOTH = Map.of("before", BEFORE, "after", AFTER);

    private final SocketConnection connection = new SocketConnection("127.0.0.1", "before");

    private Optional<Session> asks(Map<String, Session> sessions) {
        return connection
                .visitor(secret -> Optional.ofNullable(sessions.get(secret)))
                .session();
    }

    @Test
    void aLookUpUndoesNoLoginThatCameMeanwhile() {
        Visitor overtaken = connection.visitor(secret -> {
            connection.enter(AFTER);
            return Optional.of(BEFORE);
        });
        assertThat(overtaken.session()).contains(BEFORE);
        assertThat(asks(BOTH)).contains(AFTER);
    }

    @Test
    void aLookUpThatFindsNothingUndoesNoLoginThatCameMeanwhile() {
        Visitor overtaken = connection.visitor(secret -> {
            connection.enter(AFTER);
            return Optional.empty();
        });
        assertThat(overtaken.session()).isEmpty();
        assertThat(asks(BOTH)).contains(AFTER);
    }

    @Test
    void aLogoutLeavesTheSessionThatWasEnteredMeanwhile() {
        Visitor leaving = connection.visitor(secret -> Optional.of(BEFORE));
        connection.visitor(secret -> Optional.of(BEFORE)).enter(AFTER);
        leaving.leave();
        assertThat(leaving.session()).isEmpty();
        assertThat(asks(BOTH)).contains(AFTER);
    }

    @Test
    void whatHasEndedIsNotAskedForAgain() {
        assertThat(asks(Map.of())).isEmpty();
        assertThat(asks(BOTH)).isEmpty();
    }
}
