package org.openbankmark.bank.graphql.live;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether new transactions reach subscribers. */
@Component("feed")
final class FeedHealth extends AbstractHealthIndicator {
    private final TransactionFeed feed;

    FeedHealth(TransactionFeed feed) {
        this.feed = feed;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        feed.problem().ifPresentOrElse(problem -> health.down().withDetail("problem", problem), health::up);
    }
}
