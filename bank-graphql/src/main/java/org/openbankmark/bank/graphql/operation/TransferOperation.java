package org.openbankmark.bank.graphql.operation;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.concurrent.CompletionException;
import org.openbankmark.bank.graphql.access.Arguments;
import org.openbankmark.bank.graphql.access.Refusal;
import org.openbankmark.bank.graphql.access.Visitor;
import org.openbankmark.bank.graphql.command.TransferResult;
import org.openbankmark.bank.graphql.command.Transfers;
import org.openbankmark.topology.runtime.request.AlreadyPendingException;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The original's transfer, a subscription with one result. */
@Component
final class TransferOperation implements RuntimeWiringConfigurer {
    private final Transfers transfers;
    private final Arguments arguments;

    TransferOperation(Transfers transfers, Arguments arguments) {
        this.transfers = transfers;
        this.arguments = arguments;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Subscription", type -> type.dataFetcher("money_transfer", this::transfer))
                .type("MoneyTransferResult", type -> type.dataFetcher(
                                "uuid", new ShownField<>(TransferResult.class, TransferResult::uuid))
                        .dataFetcher("success", new ShownField<>(TransferResult.class, TransferResult::success))
                        .dataFetcher("reason", new ShownField<>(TransferResult.class, TransferResult::reason)));
    }

    private Publisher<TransferResult> transfer(DataFetchingEnvironment environment) {
        int cents = arguments.given(environment, "amount", Integer.class);
        Transfers.Wish wish = new Transfers.Wish(
                arguments.text(environment, "uuid"),
                arguments.text(environment, "token"),
                cents,
                arguments.text(environment, "from"),
                arguments.text(environment, "to"),
                arguments.text(environment, "descr"));
        Visitor visitor = Visitor.of(environment.getGraphQlContext());
        return Mono.fromFuture(() -> transfers.send(wish, visitor.viewer(), visitor.address()))
                .onErrorMap(TransferOperation::told);
    }

    static Throwable told(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof AlreadyPendingException) {
            return new Refusal(Refusal.Code.CONFLICT, "a transfer with this uuid waits for its result already");
        }
        if (cause instanceof IllegalStateException) {
            // The endpoint closed while the transfer waited, which is in Kafka then.
            return new Refusal(
                    Refusal.Code.UNAVAILABLE,
                    "the bank's endpoint ends; the transfer may still be carried out: try again with its uuid");
        }
        return cause;
    }
}
