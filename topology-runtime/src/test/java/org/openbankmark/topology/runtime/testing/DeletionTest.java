package org.openbankmark.topology.runtime.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.consumer.BatchHandler;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.consumer.Deletion;
import org.openbankmark.topology.runtime.consumer.DeletionHandler;
import org.openbankmark.topology.runtime.consumer.RecordHandler;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;
import org.openbankmark.topology.runtime.topic.Topic;

/** Tombstones: sent as keys, handed out as deletions in their place among the records, and never taken for anything else. */
class DeletionTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Topic<BalanceChanged> TOPIC = Topic.of("balances", BalanceChangedCodec.INSTANCE)
            .key(BalanceChanged::getIban)
            .config("cleanup.policy", "compact")
            .build();

    private final InMemoryConnection connection = new InMemoryConnection();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        connection.close();
    }

    @Test
    void aDeletionIsHandledInItsPlace() {
        sendThreeWithADeletionBeforeTheLast();

        ConsumerControl consumer = consume(
                Optional.of(record -> seen.add(record.key())),
                Optional.empty(),
                deletion -> seen.add("-" + deletion.key()));
        connection.awaitHandled(LIMIT);
        consumer.close();

        assertThat(seen).containsExactly("a", "b", "-a", "c");
        assertThat(connection.committed("g", TOPIC)).containsValue(4L);
        assertThat(connection.sent(TOPIC)).hasSize(3);
        assertThat(connection.deleted(TOPIC)).extracting(Deletion::key).containsExactly("a");
    }

    @Test
    void aBatchEndsBeforeADeletion() {
        sendThreeWithADeletionBeforeTheLast();

        consume(
                Optional.empty(),
                Optional.of(batch -> seen.add(
                        batch.stream().map(record -> record.key()).toList().toString())),
                deletion -> seen.add("-" + deletion.key()));
        connection.awaitHandled(LIMIT);

        assertThat(seen).containsExactly("[a, b]", "-a", "[c]");
    }

    @Test
    void aDeletionIsTriedAgainLikeARecord() {
        connection.sender(TOPIC).delete("a").join();
        AtomicInteger attempts = new AtomicInteger();

        ConsumerControl consumer = consume(Optional.of(record -> seen.add("record")), Optional.empty(), deletion -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IllegalStateException("not yet");
            }
            seen.add("-" + deletion.key());
        });
        connection.awaitHandled(LIMIT);

        assertThat(seen).containsExactly("-a");
        assertThat(consumer.state()).isEqualTo(ConsumerState.RUNNING);
    }

    @Test
    void withoutAHandlerADeletionStopsTheConsumerWithAWordOfAdvice() {
        connection.sender(TOPIC).delete("a").join();

        ConsumerControl consumer = connection.consume(new ConsumerSpec<>(
                TOPIC,
                "g",
                Optional.of(record -> seen.add("record")),
                Optional.empty(),
                RetryPolicy.none(),
                Optional.empty(),
                10,
                Map.of()));

        assertThatThrownBy(consumer.stopped()::join).rootCause().hasMessageContaining("deletionHandler");
        assertThat(seen).isEmpty();
        assertThat(connection.committed("g", TOPIC)).containsValue(0L);
    }

    @Test
    void whatHasNeitherKeyNorValueCannotBeHandled() {
        connection.sendBytes("balances", null, null);

        ConsumerControl consumer =
                consume(Optional.of(record -> seen.add("record")), Optional.empty(), deletion -> seen.add("deletion"));

        assertThatThrownBy(consumer.stopped()::join).rootCause().hasMessageContaining("neither a value nor a key");
        assertThat(seen).isEmpty();
    }

    @Test
    void aDeletionHasAKey() {
        RecordSender<BalanceChanged> sender = connection.sender(TOPIC);

        assertThat(sender.delete(null)).isCompletedExceptionally();
        sender.delete("a").join();
        assertThat(connection.sentBytes("balances")).singleElement().satisfies(raw -> {
            assertThat(raw.key()).isEqualTo("a".getBytes(UTF_8));
            assertThat(raw.value()).isNull();
        });
    }

    private void sendThreeWithADeletionBeforeTheLast() {
        RecordSender<BalanceChanged> sender = connection.sender(TOPIC);
        sender.send(balance("a")).join();
        sender.send(balance("b")).join();
        sender.delete("a").join();
        sender.send(balance("c")).join();
    }

    private ConsumerControl consume(
            Optional<RecordHandler<BalanceChanged>> handler,
            Optional<BatchHandler<BalanceChanged>> batchHandler,
            DeletionHandler deletions) {
        return connection.consume(new ConsumerSpec<>(
                TOPIC,
                "g",
                handler,
                batchHandler,
                Optional.of(deletions),
                RetryPolicy.exponential(5, Duration.ofMillis(1), Duration.ofMillis(2)),
                Optional.empty(),
                10,
                Map.of()));
    }

    private static BalanceChanged balance(String iban) {
        return new BalanceChanged(iban, 1, 1, "cash", "test");
    }
}
