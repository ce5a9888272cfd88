package org.openbankmark.bank.graphql.client;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.openbankmark.bank.account.Iban;

/** Many deposits, some of them under way at a time. */
public final class Payments {
    private static final int AT_ONCE = 15;

    private Payments() {}

    public static void toCompany(GraphQlSocket socket, int count, String description) throws Exception {
        Deque<Answers> underWay = new ArrayDeque<>();
        for (int i = 0; i < count; i++) {
            if (underWay.size() == AT_ONCE) {
                requireSuccess(underWay.removeFirst());
            }
            underWay.addLast(Customer.transferring(
                    socket, UUID.randomUUID().toString(), "cash", 1 + i, "cash", Iban.COMPANY, description));
        }
        for (Answers answers : underWay) {
            requireSuccess(answers);
        }
    }

    private static void requireSuccess(Answers answers) throws InterruptedException {
        if (!answers.data().at("/money_transfer/success").asBoolean()) {
            throw new AssertionError("a deposit failed");
        }
        // Its place is free once the subscription has ended.
        answers.message();
    }
}
