package org.openbankmark.bank.graphql.access;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.graphql.access.Refusal.Code;
import org.openbankmark.bank.graphql.command.Transfers;
import org.openbankmark.bank.graphql.login.Attempts;
import org.openbankmark.topology.graphql.Access;
import org.openbankmark.topology.runtime.topic.Topic;
import org.springframework.stereotype.Component;

/** The same rules for the operations that are generated from the topology. */
@Component
final class TopologyAccess implements Access {
    private final Arguments arguments;
    private final Attempts attempts;

    TopologyAccess(Arguments arguments, Attempts attempts) {
        this.arguments = arguments;
        this.attempts = attempts;
    }

    @Override
    public <T> Predicate<? super T> subscribe(
            Topic<T> topic, Map<String, ? extends @Nullable Object> filter, DataFetchingEnvironment environment) {
        AccessRules.requireSight(Visitor.of(environment.getGraphQlContext()), (String) filter.get("iban"));
        return record -> true;
    }

    /**
     * A transfer is allowed by its token, which the command handler knows; the company's is known to everybody, so its money moves
     * only from inside. Accounts of nobody are opened by employees alone: who wants one of their own logs in with a new name.
     */
    @Override
    public <C> void send(Topic<C> commands, C command, DataFetchingEnvironment environment) {
        Visitor visitor = Visitor.of(environment.getGraphQlContext());
        if (command instanceof ConfirmMoneyTransfer transfer) {
            if (transfer.getFrom().equals(Iban.COMPANY)) {
                throw new Refusal(Code.FORBIDDEN, "the company's money is not moved from here");
            }
            arguments.text("input.token", transfer.getToken());
            arguments.text("input.from", transfer.getFrom());
            arguments.text("input.to", transfer.getTo());
            arguments.text("input.description", transfer.getDescription());
            if (mayBeGuessed(transfer, visitor) && !attempts.mayGuessToken(visitor.address())) {
                throw new Refusal(Code.TOO_MANY, "too many attempts; try again later");
            }
        } else {
            AccessRules.requireEmployee(visitor);
        }
    }

    /** A token that may be a guess counts here as it does with the bank's own operation, but that one which was not sent stays counted, too. */
    @Override
    public <C, R> void replied(Topic<C> commands, C command, R reply, DataFetchingEnvironment environment) {
        Visitor visitor = Visitor.of(environment.getGraphQlContext());
        if (command instanceof ConfirmMoneyTransfer transfer
                && mayBeGuessed(transfer, visitor)
                && !Transfers.tellsOfToken(reply)) {
            attempts.wasNoGuess(visitor.address());
        }
    }

    private static boolean mayBeGuessed(ConfirmMoneyTransfer transfer, Visitor visitor) {
        return Transfers.mayBeGuessed(transfer.getFrom(), transfer.getToken(), visitor.viewer());
    }
}
