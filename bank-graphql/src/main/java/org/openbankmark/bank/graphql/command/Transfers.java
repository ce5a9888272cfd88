package org.openbankmark.bank.graphql.command;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.events.ConfirmMoneyTransferReply;
import org.openbankmark.bank.events.MoneyTransferConfirmed;
import org.openbankmark.bank.events.MoneyTransferFailed;
import org.openbankmark.bank.graphql.login.Attempts;
import org.openbankmark.bank.graphql.login.Viewer;
import org.openbankmark.topology.graphql.TopologyGraphQl;
import org.openbankmark.topology.runtime.request.AlreadyPendingException;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.springframework.stereotype.Component;

/**
 * Sends transfers. The command handler knows which ids it has seen, so an id used again gives its result again, on each instance
 * and after a restart. Thread-safe.
 */
@Component
public final class Transfers {
    private static final String CASH = "cash";
    private static final String INVALID_TOKEN = "invalid token";
    private static final String ID_USED = "id was already used for another transfer";
    private static final String TOO_MANY = "too many attempts; try again later";
    /** UUID.fromString takes shorter ones, which are written in another way when they come back. */
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final RequestChannel<ConfirmMoneyTransfer, ConfirmMoneyTransferReply> commands;
    private final Attempts attempts;

    Transfers(TopologyGraphQl topology, Attempts attempts) {
        this.commands = topology.requests(BankTopics.CONFIRM_MONEY_TRANSFER, ConfirmMoneyTransferReply.class);
        this.attempts = attempts;
    }

    /** A wish to move money, as a client says it. */
    public record Wish(String uuid, String token, long cents, String from, String to, String description) {

        /** Without the token. */
        @Override
        public String toString() {
            return "Wish[" + uuid + "]";
        }
    }

    /**
     * Sends one and waits for its reply.
     *
     * @param viewer who is logged in, if anybody is
     * @param address of who asks; tokens that may be guesses are counted by it
     * @return fails with a TimeoutException when no reply came, a RejectedExecutionException when too many wait, an
     *     AlreadyPendingException when the same id waits already, another IllegalStateException when the endpoint ended meanwhile
     */
    public CompletableFuture<TransferResult> send(Wish wish, Optional<Viewer> viewer, String address) {
        if (!UUID_TEXT.matcher(wish.uuid()).matches()) {
            return refused(wish, "uuid is invalid");
        }
        // The company's token is known to everybody: its money moves only from inside.
        if (wish.from().equals(Iban.COMPANY)) {
            return refused(wish, INVALID_TOKEN);
        }
        boolean guess = mayBeGuessed(wish.from(), wish.token(), viewer);
        if (guess && !attempts.mayGuessToken(address)) {
            return refused(wish, TOO_MANY);
        }
        CompletableFuture<ConfirmMoneyTransferReply> replied = commands.send(new ConfirmMoneyTransfer(
                UUID.fromString(wish.uuid()), wish.token(), wish.cents(), wish.from(), wish.to(), wish.description()));
        if (guess) {
            replied = replied.whenComplete((reply, failure) -> {
                // Where no reply came, money may move all the same, and tell whoever owns the account that it came to.
                boolean unsent =
                        failure instanceof RejectedExecutionException || failure instanceof AlreadyPendingException;
                if (unsent || (reply != null && !tellsOfToken(reply))) {
                    attempts.wasNoGuess(address);
                }
            });
        }
        return replied.thenApply(reply -> result(wish, reply));
    }

    /**
     * Whether the token may be one of many that are tried out. Cash needs none, and who is logged in was told that of the own account; so others
     * who guess at the same address, behind the same router, do not keep them from their money.
     */
    public static boolean mayBeGuessed(String from, String token, Optional<Viewer> viewer) {
        return !from.equals(CASH)
                && viewer.filter(known -> from.equals(known.iban()) && token.equals(known.token()))
                        .isEmpty();
    }

    /**
     * Whether a reply may tell that the token was not the right one: a transfer that is sent again with another token is another transfer, too.
     */
    public static boolean tellsOfToken(Object reply) {
        return reply instanceof MoneyTransferFailed failed
                && (failed.getReason().equals(INVALID_TOKEN)
                        || failed.getReason().equals(ID_USED));
    }

    private static TransferResult result(Wish wish, ConfirmMoneyTransferReply reply) {
        Optional<String> reason = reason(reply);
        return new TransferResult(wish.uuid(), reason.isEmpty(), reason.orElse(null));
    }

    private static Optional<String> reason(ConfirmMoneyTransferReply reply) {
        if (reply instanceof MoneyTransferConfirmed) {
            return Optional.empty();
        }
        if (reply instanceof MoneyTransferFailed failed) {
            return Optional.of(failed.getReason());
        }
        throw new IllegalStateException("a reply that the topology has not: " + reply.getClass());
    }

    private static CompletableFuture<TransferResult> refused(Wish wish, String reason) {
        return CompletableFuture.completedFuture(new TransferResult(wish.uuid(), false, reason));
    }
}
