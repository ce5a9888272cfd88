package org.openbankmark.topology.runtime.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.openbankmark.topology.runtime.delivery.TopicDecoder;
import org.openbankmark.topology.runtime.poll.ReplyReader;
import org.openbankmark.topology.runtime.tail.Tail;
import org.openbankmark.topology.runtime.tail.TailDecoding;
import org.openbankmark.topology.runtime.tail.TailSpec;
import org.openbankmark.topology.runtime.topic.Topic;

/** Starts readers without a group, after checking what they need. Thread-safe. */
final class Tails {
    private static final Duration LOOK_FOR_PARTITIONS = Duration.ofSeconds(5);
    private static final Duration AUTHORIZATION_PATIENCE = Duration.ofMinutes(1);

    private final ClientSettings settings;
    private final Serdes serdes;
    private final StartChecks checks;
    private final Admin admin;
    private final AtomicInteger started = new AtomicInteger();

    Tails(ClientSettings settings, Serdes serdes, StartChecks checks, Admin admin) {
        this.settings = settings;
        this.serdes = serdes;
        this.checks = checks;
        this.admin = admin;
    }

    <T> Tail start(TailSpec<T> spec) {
        Topic<T> topic = spec.topic();
        checks.topic(topic.name());
        TopicDecoder<T> decoder =
                new TopicDecoder<>(topic, serdes.keyDeserializer(Map.of()), serdes.valueDeserializer(topic, Map.of()));
        String name = topic + "-tail";
        ReplyReader reader;
        try {
            reader = new ReplyReader(
                    name,
                    new KafkaConsumer<>(
                            settings.reader(name, started.incrementAndGet()),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer()),
                    admin,
                    List.of(topic.name()),
                    LOOK_FOR_PARTITIONS,
                    Optional.of(settings.duration(
                            CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, AUTHORIZATION_PATIENCE)),
                    new TailDecoding<>(decoder, spec.handler()));
        } catch (KafkaException invalid) {
            throw StartException.invalidSettings("consumer", invalid);
        }
        try {
            reader.start(settings.startLimit());
        } catch (KafkaException failure) {
            reader.close();
            throw new StartException(
                    "the new records of " + topic + " cannot be read from " + settings.brokers() + ": "
                            + failure.getMessage(),
                    failure);
        }
        return reader::close;
    }
}
