package org.openbankmark.bank.graphql.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.graphql.access.Refusal;
import org.openbankmark.topology.runtime.request.AlreadyPendingException;

class TransferOperationTest {

    @Test
    void onlyATransferThatIsUnderWayIsAConflict() {
        assertThat(code(new AlreadyPendingException("the same"))).isEqualTo(Refusal.Code.CONFLICT);
        assertThat(code(new CompletionException(new AlreadyPendingException("the same"))))
                .isEqualTo(Refusal.Code.CONFLICT);
    }

    @Test
    void ofOneThatTheEndpointDidNotWaitForItIsNotSaidThatItWasNotSent() {
        assertThat(code(new CompletionException(new IllegalStateException("closed before a reply came"))))
                .isEqualTo(Refusal.Code.UNAVAILABLE);
    }

    private static Refusal.Code code(Throwable failure) {
        return ((Refusal) TransferOperation.told(failure)).code();
    }
}
