package org.openbankmark.bank.graphql.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import org.openbankmark.bank.events.BalanceChangedConsumer;
import org.openbankmark.bank.events.BankGraphQl;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.events.GraphqlEndpointService;
import org.openbankmark.bank.graphql.limits.Limits;
import org.openbankmark.bank.graphql.recording.BalanceRecorder;
import org.openbankmark.bank.operations.Takeover;
import org.openbankmark.topology.graphql.Access;
import org.openbankmark.topology.graphql.TopologyGraphQl;
import org.openbankmark.topology.graphql.stream.StreamLimits;
import org.openbankmark.topology.runtime.client.Connection;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.consumer.ConsumerMetrics;
import org.openbankmark.topology.runtime.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** What runs on Kafka: the generated operations with their streams and commands, and the consumer that fills the table. */
@Configuration(proxyBeanMethods = false)
class KafkaBeans {
    private static final String LINGER = "linger.ms";

    @Bean
    Settings kafkaSettings() {
        return Takeover.quick(atOnce(Settings.fromEnvironment()));
    }

    /** A person waits for each command, and there are few: waiting for a second one to send with it would win nothing. */
    private static Settings atOnce(Settings settings) {
        return settings.get(LINGER).isPresent() ? settings : settings.with(LINGER, "0");
    }

    @Bean
    Connection kafkaConnection(Settings settings) throws InterruptedException {
        return PatientStart.of("Kafka", () -> KafkaConnection.open(settings));
    }

    @Bean
    GraphqlEndpointService endpointService(Connection connection) {
        return GraphqlEndpointService.over(connection);
    }

    @Bean
    TopologyGraphQl topologyGraphQl(Connection connection, Access access, Limits limits) throws InterruptedException {
        return PatientStart.of("the topics of the generated operations", () -> BankGraphQl.on(connection, access)
                .limits(new StreamLimits(limits.subscriberBuffer(), limits.subscribers()))
                .timeout(limits.reply())
                .start());
    }

    @Bean
    RuntimeWiringConfigurer topologyWiring(TopologyGraphQl topology) {
        return topology::wire;
    }

    @Bean
    BalanceChangedConsumer balanceConsumer(
            GraphqlEndpointService service, BalanceRecorder recorder, MeterRegistry meters)
            throws InterruptedException {
        BalanceChangedConsumer consumer =
                PatientStart.of("the consumer of balances", () -> service.balanceChangedConsumer()
                        .batchHandler(recorder)
                        .retry(recorder.retry())
                        .start());
        new ConsumerMetrics(consumer, BankTopics.Names.BALANCE_CHANGED, GraphqlEndpointService.GROUP).bindTo(meters);
        return consumer;
    }
}
