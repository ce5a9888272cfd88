package org.openbankmark.bank.graphql.login;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.AccountCreationFailed;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.events.ConfirmAccountCreation;
import org.openbankmark.bank.events.ConfirmAccountCreationReply;
import org.openbankmark.topology.runtime.request.RequestChannel;

/**
 * Opens the account of a holder. The command's id is kept before the command is sent, so that whoever tries again, on whichever
 * instance and after whatever crash, gets the same account. Thread-safe; waits for the reply.
 */
final class AccountOpening {
    /** An IBAN that was drawn twice is rare; three times in a row would be a fault. */
    private static final int ATTEMPTS = 3;

    private final HolderTable holders;
    private final RequestChannel<ConfirmAccountCreation, ConfirmAccountCreationReply> commands;

    AccountOpening(HolderTable holders, RequestChannel<ConfirmAccountCreation, ConfirmAccountCreationReply> commands) {
        this.holders = holders;
        this.commands = commands;
    }

    /**
     * The account as it is known afterwards; empty if the bank would not open one.
     *
     * @throws ExecutionException when no reply came; trying again later is right
     */
    Optional<Viewer> open(Holder holder) throws ExecutionException, InterruptedException {
        Holder current = holder;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            ConfirmAccountCreationReply reply = commands.send(
                            new ConfirmAccountCreation(current.creationId(), Atype.MANUAL))
                    .get();
            if (reply instanceof AccountCreationConfirmed opened) {
                holders.opened(current.username(), opened.getIban(), opened.getToken());
                return Optional.of(Viewer.holder(current.username(), opened.getIban(), opened.getToken()));
            }
            if (reply instanceof AccountCreationFailed) {
                holders.replaceCreation(current, UUID.randomUUID());
                current = holders.find(current.username()).orElse(current);
            }
        }
        return Optional.empty();
    }
}
