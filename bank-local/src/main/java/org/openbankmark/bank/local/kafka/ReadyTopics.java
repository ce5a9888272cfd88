package org.openbankmark.bank.local.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates topics that can be written to at once: each partition's leader answers when this returns. A leader is named a
 * moment before it takes office, and a producer that writes in between can have its second batch taken before its first;
 * the first is then refused until its delivery time-out. Safe for use by several threads.
 */
public final class ReadyTopics {
    private static final int LIMIT_SECONDS = 30;

    private ReadyTopics() {}

    /**
     * Creates those topics that are not there yet.
     *
     * @throws ExecutionException what the cluster says against it
     * @throws TimeoutException when a leader does not answer within 30 s
     */
    public static void create(Admin admin, Collection<NewTopic> topics)
            throws ExecutionException, TimeoutException, InterruptedException {
        for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
            try {
                created.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException failed) {
                if (!(failed.getCause() instanceof TopicExistsException)) {
                    throw failed;
                }
            }
        }
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (NewTopic topic : topics) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.earliest());
            }
        }
        awaitLeaders(admin, partitions);
    }

    private static void awaitLeaders(Admin admin, Map<TopicPartition, OffsetSpec> partitions)
            throws ExecutionException, TimeoutException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!leadersAnswer(admin, partitions)) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("no leader answers for some of " + partitions.keySet());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** False while a broker that was asked has not heard of a partition. */
    private static boolean leadersAnswer(Admin admin, Map<TopicPartition, OffsetSpec> partitions)
            throws ExecutionException, InterruptedException {
        try {
            admin.listOffsets(partitions, new ListOffsetsOptions().timeoutMs(LIMIT_SECONDS * 1_000))
                    .all()
                    .get();
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RetriableException) {
                return false;
            }
            throw failed;
        }
    }
}
