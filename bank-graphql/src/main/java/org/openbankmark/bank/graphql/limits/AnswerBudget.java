package org.openbankmark.bank.graphql.limits;

import org.springframework.stereotype.Component;

/**
 * How costly the answers of each address may be together that it has not taken yet. They wait in memory for a connection that reads slowly,
 * and by {@link DocumentCost} one may be as large as fifteen megabytes. Thread-safe.
 */
@Component
public final class AnswerBudget {
    /** As many of the costliest documents. */
    private static final int DOCUMENTS = 3;

    private final AddressQuota costs;

    AnswerBudget(Limits limits) {
        this.costs = new AddressQuota(DOCUMENTS * limits.cost());
    }

    /** The answers of a new connection. */
    public UnsentAnswers of(String address) {
        return new UnsentAnswers(costs, address);
    }
}
