package org.openbankmark.bank.graphql.figures;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.runtime.topic.Topic;

/** Asks Kafka where the topics end; reads no record. Thread-safe. */
final class TopicEnds implements AutoCloseable {
    private static final long LIMIT_MILLISECONDS = 3_000;

    private final Admin admin;

    TopicEnds(Settings settings) {
        Map<String, Object> known = new HashMap<>(settings.values());
        known.keySet().retainAll(AdminClientConfig.configNames());
        known.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(LIMIT_MILLISECONDS));
        known.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Long.toString(LIMIT_MILLISECONDS));
        this.admin = Admin.create(known);
    }

    /**
     * Positions taken in each topic, in the topology's order.
     *
     * @throws ExecutionException if Kafka cannot tell
     * @throws TimeoutException if it does not answer
     */
    Map<String, Long> positions() throws ExecutionException, TimeoutException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        Map<String, Long> positions = new LinkedHashMap<>();
        for (Topic<?> topic : BankTopics.all()) {
            positions.put(topic.name(), 0L);
            for (int partition = 0; partition < topic.partitions(); partition++) {
                asked.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        admin.listOffsets(asked)
                .all()
                .get(LIMIT_MILLISECONDS + 500, TimeUnit.MILLISECONDS)
                .forEach((partition, end) -> positions.merge(partition.topic(), end.offset(), Long::sum));
        return positions;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
