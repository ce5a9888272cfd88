package org.openbankmark.bank.graphql.figures;

import java.util.List;

/**
 * How much happens in the bank.
 *
 * @param accounts that ever had a transaction
 * @param transactions in all
 * @param transactionsPerSecond over the last seconds
 */
public record BankFigures(int accounts, long transactions, double transactionsPerSecond, List<TopicFigures> topics) {

    /** Copies the list. */
    public BankFigures {
        topics = List.copyOf(topics);
    }

    /**
     * How much happens in one topic.
     *
     * @param events positions taken in it
     * @param eventsPerSecond over the last seconds
     */
    public record TopicFigures(String name, long events, double eventsPerSecond) {}
}
