package org.openbankmark.bank.graphql.kafka;

import org.openbankmark.bank.events.BalanceChangedConsumer;
import org.openbankmark.topology.graphql.TopologyGraphQl;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether events are read, and replies to commands. */
@Component("kafka")
final class KafkaHealth extends AbstractHealthIndicator {
    private final BalanceChangedConsumer consumer;
    private final TopologyGraphQl topology;

    KafkaHealth(BalanceChangedConsumer consumer, TopologyGraphQl topology) {
        this.consumer = consumer;
        this.topology = topology;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean reads = consumer.state() == ConsumerState.RUNNING
                && topology.streams().values().stream()
                        .allMatch(stream -> stream.failure().isEmpty())
                && topology.channels().stream()
                        .allMatch(channel -> channel.failure().isEmpty());
        health.status(reads ? "UP" : "DOWN").withDetail("consumer", consumer.state());
        topology.channels().stream()
                .flatMap(channel -> channel.failure().stream())
                .findFirst()
                .ifPresent(failure -> health.withDetail("replies", failure.toString()));
    }
}
