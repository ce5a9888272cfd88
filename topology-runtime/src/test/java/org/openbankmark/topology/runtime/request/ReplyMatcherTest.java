package org.openbankmark.topology.runtime.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.openbankmark.topology.runtime.registry.FaultyRegistry.answer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openbankmark.topology.runtime.delivery.TopicDecoder;
import org.openbankmark.topology.runtime.producer.Completions;
import org.openbankmark.topology.runtime.registry.FaultyRegistry;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;
import org.openbankmark.topology.runtime.serde.RecordDeserializer;
import org.openbankmark.topology.runtime.serde.RecordSerializer;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.runtime.topic.Topic;

@Timeout(60)
class ReplyMatcherTest {
    private static final Topic<BalanceChanged> REPLIES = Topic.of("replies", BalanceChangedCodec.INSTANCE)
            .key(BalanceChanged::getIban)
            .build();
    private static final int NEW_SCHEMA = 43;

    private final ScheduledExecutorService timer = PendingReplies.newTimer("timer");
    private final Completions completions = new Completions("completions");
    private final ExecutorService aside = Executors.newSingleThreadExecutor();
    private final CountDownLatch registryAnswers = new CountDownLatch(1);

    @AfterEach
    void end() {
        registryAnswers.countDown();
        aside.shutdownNow();
        timer.shutdownNow();
        completions.close();
    }

    @Test
    void repliesOfANewSchemaHoldUpNoOthersWhileTheRegistryHangs() throws Exception {
        String schema = JsonNodeFactory.instance
                .objectNode()
                .put("schema", BalanceChanged.SCHEMA$.toString())
                .toString();
        FaultyRegistry.Reply hangs = exchange -> {
            try {
                registryAnswers.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            answer(200, schema).to(exchange);
        };
        try (FaultyRegistry server = new FaultyRegistry(answer(200, "{\"id\":42}"), hangs)) {
            HttpSchemaRegistry registry =
                    HttpSchemaRegistry.open(Settings.of(Map.of("schema.registry.url", server.url())));
            PendingReplies<BalanceChanged> pending =
                    new PendingReplies<>("commands", 10, Duration.ofSeconds(8), timer, completions);
            TopicDecoder<BalanceChanged> decoder =
                    new TopicDecoder<>(REPLIES, new StringDeserializer(), RecordDeserializer.of(REPLIES, registry));
            ReplyMatcher<BalanceChanged> matcher = new ReplyMatcher<>(pending, Map.of(REPLIES.name(), decoder), aside);
            byte[] known;
            try (RecordSerializer<BalanceChanged> serializer = RecordSerializer.of(REPLIES, registry)) {
                known = serializer.serialize(REPLIES.name(), reply());
            }
            byte[] ofNewSchema = known.clone();
            ByteBuffer.wrap(ofNewSchema).putInt(1, NEW_SCHEMA);

            CompletableFuture<BalanceChanged> first = pending.expect("first");
            CompletableFuture<BalanceChanged> second = pending.expect("second");
            CompletableFuture<BalanceChanged> third = pending.expect("third");
            matcher.received(record("first", ofNewSchema));
            matcher.received(record("second", ofNewSchema));
            matcher.received(record("third", known));
            assertThat(third.join()).isEqualTo(reply());
            assertThat(first).isNotDone();

            registryAnswers.countDown();
            assertThat(first.join()).isEqualTo(reply());
            assertThat(second.join()).isEqualTo(reply());
            assertThat(matcher.hasUndecoded()).isFalse();
        }
    }

    private static BalanceChanged reply() {
        return new BalanceChanged("iban", 1, 1, "cash", "test");
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>(REPLIES.name(), 0, 0, key.getBytes(UTF_8), value);
    }
}
