package org.openbankmark.topology.runtime.client;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.delivery.DeadLetters;
import org.openbankmark.topology.runtime.delivery.Deletions;
import org.openbankmark.topology.runtime.delivery.DeliverySpec;
import org.openbankmark.topology.runtime.delivery.RetrySchedule;
import org.openbankmark.topology.runtime.delivery.RunningConsumer;
import org.openbankmark.topology.runtime.delivery.Schedules;
import org.openbankmark.topology.runtime.delivery.TopicDecoder;
import org.openbankmark.topology.runtime.poll.KafkaConsumption;
import org.openbankmark.topology.runtime.poll.PollSpec;

/** Starts consumers of groups, after checking what they need. Thread-safe. */
final class GroupConsumers {
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(500);
    private static final Duration COMMIT_LIMIT = Duration.ofSeconds(10);
    private static final Duration MAX_POLL_INTERVAL = Duration.ofMinutes(5);
    private static final Duration AUTHORIZATION_PATIENCE = Duration.ofMinutes(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final Duration LEAST_SILENCE = Duration.ofSeconds(15);
    private static final Duration OUTAGE_FIRST = Duration.ofMillis(200);
    private static final Duration OUTAGE_LONGEST = Duration.ofSeconds(10);

    private final ClientSettings settings;
    private final Serdes serdes;
    private final StartChecks checks;
    private final SharedProducer producer;
    private final AtomicInteger started = new AtomicInteger();

    GroupConsumers(ClientSettings settings, Serdes serdes, StartChecks checks, SharedProducer producer) {
        this.settings = settings;
        this.serdes = serdes;
        this.checks = checks;
        this.producer = producer;
    }

    <T> RunningConsumer start(ConsumerSpec<T> spec) {
        int number = started.incrementAndGet();
        Map<String, Object> kafkaSettings = settings.consumer(spec, number);
        Map<String, String> merged = settings.merged(spec);
        PollSpec poll = poll(spec, merged, String.valueOf(kafkaSettings.get(ConsumerConfig.CLIENT_ID_CONFIG)));
        checks.topic(spec.topic().name());
        spec.deadLetter().ifPresent(checks::topic);
        TopicDecoder<T> decoder = new TopicDecoder<>(
                spec.topic(),
                serdes.keyDeserializer(spec.settings()),
                serdes.valueDeserializer(spec.topic(), spec.settings()));
        DeliverySpec<T> delivery = new DeliverySpec<>(
                decoder,
                spec.deletionHandler().map(handler -> new Deletions(decoder::decodeDeletion, handler)),
                deadLetters(spec),
                spec.retry(),
                schedules(spec));
        // Kafka's own checks of the settings come first: what is read from them here is a number, with blanks around it
        // maybe.
        Consumer<byte[], byte[]> kafka = kafka(kafkaSettings);
        int maxRecords = Integer.parseInt(String.valueOf(kafkaSettings.get(ConsumerConfig.MAX_POLL_RECORDS_CONFIG))
                .strip());
        return KafkaConsumption.start(poll, spec, delivery, kafka, Math.max(1, maxRecords));
    }

    private Optional<DeadLetters> deadLetters(ConsumerSpec<?> spec) {
        return spec.deadLetter().map(topic -> {
            producer.get(); // wrong settings shall be told now, not with the first dead letter
            return new DeadLetters(topic, spec.group(), producer::sendBytes);
        });
    }

    private static Schedules schedules(ConsumerSpec<?> spec) {
        return new Schedules(
                new RetrySchedule(spec.retry().initialDelay(), spec.retry().maxDelay(), GroupConsumers::random),
                new RetrySchedule(OUTAGE_FIRST, OUTAGE_LONGEST, GroupConsumers::random));
    }

    private static double random() {
        return ThreadLocalRandom.current().nextDouble();
    }

    private static PollSpec poll(ConsumerSpec<?> spec, Map<String, String> merged, String name) {
        Duration pollInterval =
                ClientSettings.duration(merged, ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, MAX_POLL_INTERVAL);
        Duration heartbeat = ClientSettings.duration(merged, ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT);
        Duration silence = heartbeat.multipliedBy(3);
        return new PollSpec(
                name,
                spec.topic().name(),
                ClientSettings.duration(merged, ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL),
                COMMIT_LIMIT,
                // The rest of the interval is for the commit; a member that answers later is thrown out of its group.
                pollInterval.multipliedBy(3).dividedBy(4),
                ClientSettings.duration(merged, ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, AUTHORIZATION_PATIENCE),
                silence.compareTo(LEAST_SILENCE) > 0 ? silence : LEAST_SILENCE);
    }

    private static Consumer<byte[], byte[]> kafka(Map<String, Object> settings) {
        try {
            return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        } catch (KafkaException invalid) {
            throw StartException.invalidSettings("consumer", invalid);
        }
    }
}
