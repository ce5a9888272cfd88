package org.openbankmark.bank.handler.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a transfer was handled.
 *
 * @param content what it asked, as a hash
 * @param debited the account that paid; none where it failed
 * @param credited the account that was paid; none where it failed
 * @param reason why it failed; none where the money moved
 * @param source where it was read last
 */
record TransferMark(
        UUID id,
        String content,
        @Nullable Long debited,
        @Nullable Long credited,
        long amount,
        @Nullable String reason,
        Source source) {

    TransferMark readAt(Source later) {
        return new TransferMark(id, content, debited, credited, amount, reason, later.after(source));
    }
}
