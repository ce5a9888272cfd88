package org.openbankmark.bank.handler.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.openbankmark.bank.handler.rules.Transfer;

/** All that a transfer says beside its id, as a hash, so that the same command is told from another with its id. */
final class Content {
    private Content() {}

    static String of(Transfer transfer) {
        MessageDigest digest = sha256();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, transfer.amount()));
        for (String text : new String[] {transfer.token(), transfer.from(), transfer.to(), transfer.description()}) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            // With its length, or two texts could share their letters in another way.
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
