package org.openbankmark.topology.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private final List<String> closed = new ArrayList<>();

    @Test
    void aPartThatFailsKeepsNoOtherFromBeingClosed() {
        Closing closing =
                new Closing().then(failing("a")).then(() -> closed.add("b")).then(failing("c"));

        assertThatThrownBy(closing::end).hasMessage("a").satisfies(failure -> assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(other -> assertThat(other).hasMessage("c")));
        assertThat(closed).containsExactly("a", "b", "c");
    }

    @Test
    void nothingIsThrownWhereNothingFailed() {
        new Closing().then(() -> closed.add("a")).end();
        assertThat(closed).containsExactly("a");
    }

    private Runnable failing(String name) {
        return () -> {
            closed.add(name);
            throw new IllegalStateException(name);
        };
    }
}
