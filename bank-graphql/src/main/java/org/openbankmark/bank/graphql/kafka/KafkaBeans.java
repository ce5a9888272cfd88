package org.openbankmark.bank.graphql.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
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
    /**
     * A person waits for each command, and there are few: waiting for a second one to send with it would win nothing, and
     * brokers that do not answer are told of long before the minute that Kafka's client would wait for them.
     */
    private static final Map<String, String> FOR_PEOPLE = Map.of("linger.ms", "0", "max.block.ms", "5000");

    @Bean
    Settings kafkaSettings() {
        return forPeople(Settings.fromEnvironment());
    }

    static Settings forPeople(Settings user) {
        Settings settings = user;
        for (Map.Entry<String, String> setting : FOR_PEOPLE.entrySet()) {
            if (settings.get(setting.getKey()).isEmpty()) {
                settings = settings.with(setting.getKey(), setting.getValue());
            }
        }
        return Takeover.quick(settings);
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
