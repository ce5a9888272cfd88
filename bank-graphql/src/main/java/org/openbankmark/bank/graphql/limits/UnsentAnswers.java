package org.openbankmark.bank.graphql.limits;

import java.util.HashSet;
import java.util.Set;

/**
 * What one connection was asked and has not been answered yet. Each answer takes its cost from what its address may have, until it was sent
 * or the connection has ended. Thread-safe.
 */
public final class UnsentAnswers {
    /** Refusals cost nothing, and wait too. */
    private static final int MOST_REFUSALS = 200;

    private final AddressQuota costs;
    private final String address;
    private final Set<Answer> open = new HashSet<>();
    private int refusals;
    private boolean ended;

    UnsentAnswers(AddressQuota costs, String address) {
        this.costs = costs;
        this.address = address;
    }

    /** The answer to a message that has come; nothing is counted until it is {@link Answer#begin begun}. */
    public Answer next() {
        return new Answer();
    }

    /** Whether so many refusals wait that the client must have stopped reading. */
    public synchronized boolean tooMany() {
        return refusals > MOST_REFUSALS;
    }

    /** The connection has ended, and what waited for it is gone. */
    public void end() {
        Set<Answer> left;
        synchronized (this) {
            ended = true;
            left = Set.copyOf(open);
            left.forEach(this::settle);
            open.clear();
        }
        left.forEach(Answer::release);
    }

    private synchronized boolean add(Answer answer, int cost) {
        if (ended) {
            return false;
        }
        open.add(answer);
        if (costs.take(address, cost)) {
            answer.cost += cost;
            return true;
        }
        answer.refused = true;
        refusals++;
        return false;
    }

    /** Gives back what was taken for it; under the lock. */
    private void settle(Answer answer) {
        if (answer.refused) {
            answer.refused = false;
            refusals--;
        }
        if (answer.cost > 0) {
            costs.giveBack(address, answer.cost);
            answer.cost = 0;
        }
    }

    /**
     * One answer, or the many of a subscription. A subscription keeps its place for as long as something that it told waits to be sent: its
     * client may end it and leave all of that behind. Thread-safe.
     */
    public final class Answer {
        // All guarded by the answers of the connection
        private int cost;
        private boolean refused;
        private boolean subscription;
        private int waiting;
        private boolean over;
        private Runnable place = () -> {};

        private Answer() {}

        /** Something has come that is answered; false where its address has taken as much as it may, or the connection has ended. */
        public boolean begin(int least) {
            return add(this, least);
        }

        /** It turned out to cost more, so much in all; false as with {@link #begin}. */
        public boolean costs(int all) {
            int more;
            synchronized (UnsentAnswers.this) {
                more = all - cost;
            }
            return more <= 0 || add(this, more);
        }

        /** It is a subscription, which has taken a place. What it tells is counted one by one. */
        public void subscribed() {
            synchronized (UnsentAnswers.this) {
                subscription = true;
                settle(this);
                if (!ended) {
                    open.add(this);
                }
            }
        }

        /** The subscription has something to tell. */
        public void told() {
            synchronized (UnsentAnswers.this) {
                waiting++;
            }
        }

        /** The subscription is over, by itself or by its client. Its place is free once all that it told was sent. */
        public void over(Runnable freePlace) {
            synchronized (UnsentAnswers.this) {
                place = freePlace;
                over = true;
            }
            releaseIfDone();
        }

        /** Something has left. */
        public void sent() {
            synchronized (UnsentAnswers.this) {
                if (subscription) {
                    waiting--;
                } else if (open.remove(this)) {
                    settle(this);
                }
            }
            releaseIfDone();
        }

        private void releaseIfDone() {
            synchronized (UnsentAnswers.this) {
                if (!over || (waiting > 0 && !ended)) {
                    return;
                }
                open.remove(this);
            }
            release();
        }

        private void release() {
            Runnable free;
            synchronized (UnsentAnswers.this) {
                if (!over) {
                    return;
                }
                free = place;
                place = () -> {};
            }
            free.run();
        }
    }
}
