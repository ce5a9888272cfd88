package org.openbankmark.bank.graphql.figures;

import java.util.List;
import java.util.Map;
import org.openbankmark.bank.graphql.figures.BankFigures.TopicFigures;

/**
 * What was counted at one moment.
 *
 * @param nanoTime of the moment
 * @param events by topic, in the topology's order
 */
record Sample(long nanoTime, int accounts, long transactions, Map<String, Long> events) {

    /** The figures of this moment, with the speed since an earlier one. */
    BankFigures since(Sample earlier) {
        double seconds = (nanoTime - earlier.nanoTime) / 1e9;
        List<TopicFigures> topics = events.entrySet().stream()
                .map(topic -> new TopicFigures(
                        topic.getKey(),
                        topic.getValue(),
                        speed(
                                topic.getValue(),
                                earlier.events.getOrDefault(topic.getKey(), topic.getValue()),
                                seconds)))
                .toList();
        return new BankFigures(accounts, transactions, speed(transactions, earlier.transactions, seconds), topics);
    }

    private static double speed(long now, long before, double seconds) {
        return seconds <= 0 ? 0 : Math.max(0, now - before) / seconds;
    }
}
