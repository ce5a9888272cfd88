package org.openbankmark.topology.runtime.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openbankmark.bank.local.kafka.ReadyTopics;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.runtime.topic.Topic;

/** Topics and schemas on a real cluster, made by plain clients, and what plain clients see there. */
final class LiveTopics implements AutoCloseable {
    private final String brokers;
    private final String registry;
    private final Admin admin;

    LiveTopics(String brokers, String registry) {
        this.brokers = brokers;
        this.registry = registry;
        this.admin = Admin.create(Map.of("bootstrap.servers", brokers));
    }

    Settings settings() {
        return Settings.of(Map.of("bootstrap.servers", brokers, "schema.registry.url", registry));
    }

    /** Makes a topic with a name of its own, and registers its schema. */
    Topic<BalanceChanged> balances(int partitions, boolean withDeadLetter) throws Exception {
        String name = "balances-" + UUID.randomUUID();
        Topic.Builder<BalanceChanged> topic = Topic.of(name, BalanceChangedCodec.INSTANCE)
                .partitions(partitions)
                .key(BalanceChanged::getIban);
        create(name, partitions);
        if (withDeadLetter) {
            topic.deadLetter(name + "-dead");
            create(name + "-dead", 1);
        }
        register(name + "-value", BalanceChanged.SCHEMA$);
        return topic.build();
    }

    void create(String topic, int partitions) throws Exception {
        ReadyTopics.create(admin, List.of(new NewTopic(topic, Optional.of(partitions), Optional.empty())));
    }

    int register(String subject, Schema schema) throws Exception {
        // As sync-cli does: what is registered serves every language.
        String neutral =
                schema.toString().replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"");
        String body = "{\"schema\":" + quoted(neutral) + "}";
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(registry + "/subjects/"
                                        + URLEncoder.encode(subject, StandardCharsets.UTF_8) + "/versions"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body()).path("id").asInt();
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** What the group has committed, by partition. */
    Map<TopicPartition, OffsetAndMetadata> committed(String group) throws Exception {
        return admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    long committed(String group, String topic, int partition) throws Exception {
        OffsetAndMetadata offset = committed(group).get(new TopicPartition(topic, partition));
        return offset == null ? -1 : offset.offset();
    }

    Admin admin() {
        return admin;
    }

    /** Writes bytes as they are. */
    void write(String topic, int partition, byte[] key, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, partition, key, value)).get();
        }
    }

    /** Reads a topic from its start until so many records were seen. */
    List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            Await.until(
                    count + " records in " + topic,
                    () -> {
                        consumer.poll(java.time.Duration.ofMillis(200)).forEach(records::add);
                        return records.size() >= count;
                    },
                    records::size);
            return records;
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
