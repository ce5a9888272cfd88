package org.openbankmark.bank.graphql.limits;

import java.util.HashSet;
import java.util.Set;

/**
 * The operations of one connection whose answers have not left yet. Each takes its cost from what its address may have, until the answer
 * was sent or the connection has ended. Thread-safe.
 */
public final class UnsentAnswers {
    /** Whatever an operation asks for, it may be answered with a list of what is wrong with it. */
    private static final int LEAST_COST = 50;
    /** Refusals cost nothing, and wait too. */
    private static final int MOST_REFUSALS = 200;

    private final AddressQuota costs;
    private final String address;
    private final Set<Answer> unsent = new HashSet<>();
    private int refusals;
    private boolean ended;

    UnsentAnswers(AddressQuota costs, String address) {
        this.costs = costs;
        this.address = address;
    }

    /** The answer to a message that has come; nothing waits for it until it is {@link Answer#begin() begun}. */
    public Answer next() {
        return new Answer();
    }

    /** Whether so many refusals wait that the client must have stopped reading. */
    public synchronized boolean tooMany() {
        return refusals > MOST_REFUSALS;
    }

    /** The connection has ended, and what waited for it is gone. */
    public synchronized void end() {
        ended = true;
        unsent.forEach(this::giveBack);
        unsent.clear();
    }

    private synchronized boolean add(Answer answer, int cost) {
        if (ended) {
            return false;
        }
        unsent.add(answer);
        if (costs.take(address, cost)) {
            answer.cost += cost;
            return true;
        }
        answer.refused = true;
        refusals++;
        return false;
    }

    private synchronized void sent(Answer answer) {
        if (unsent.remove(answer)) {
            giveBack(answer);
        }
    }

    private void giveBack(Answer answer) {
        if (answer.refused) {
            refusals--;
        }
        if (answer.cost > 0) {
            costs.giveBack(address, answer.cost);
        }
    }

    /** One answer. Thread-safe. */
    public final class Answer {
        // Both guarded by the answers of the connection
        private int cost;
        private boolean refused;

        private Answer() {}

        /** An operation has come; false where its address has taken as much as it may, or the connection has ended. */
        public boolean begin() {
            return add(this, LEAST_COST);
        }

        /** It turned out to cost so much in all; false as with {@link #begin()}. */
        public boolean costs(int all) {
            return all <= LEAST_COST || add(this, all - LEAST_COST);
        }

        /** It has left, or it is a subscription, whose answers are counted otherwise. Again and again does nothing. */
        public void sent() {
            UnsentAnswers.this.sent(this);
        }
    }
}
