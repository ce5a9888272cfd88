package org.openbankmark.bank.graphql.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Subscribers and how far they are served, as meters. */
@Component
final class FeedMeters implements MeterBinder {
    private final TransactionFeed feed;

    FeedMeters(TransactionFeed feed) {
        this.feed = feed;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("bank.subscribers", feed, TransactionFeed::subscribers)
                .description("Subscribers of transactions on this instance")
                .register(registry);
        FunctionCounter.builder("bank.subscribers.too.slow", feed, TransactionFeed::closedAsSlow)
                .description("Subscribers that were closed because they did not keep up")
                .register(registry);
        Gauge.builder("bank.feed.position", feed, TransactionFeed::position)
                .description("Id of the last transaction that was handed to subscribers")
                .register(registry);
    }
}
