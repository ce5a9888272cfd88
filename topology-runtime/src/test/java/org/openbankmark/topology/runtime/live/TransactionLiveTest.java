package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.client.TransactionException;
import org.openbankmark.topology.runtime.client.TransactionException.Outcome;
import org.openbankmark.topology.runtime.client.TransactionPosition;
import org.openbankmark.topology.runtime.client.TransactionalConnection;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;
import org.openbankmark.topology.runtime.topic.Topic;

class TransactionLiveTest extends LiveTest {
    private final String id = "relay." + UUID.randomUUID();
    private Topic<BalanceChanged> topic;
    private TransactionPosition position;

    @BeforeEach
    void topic() throws Exception {
        topic = topics.balances(3, false);
        position = new TransactionPosition(group, topic);
    }

    @AfterEach
    void nobodyIsLeftInterrupted() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void whatIsCommittedIsSeenTogetherAndWhatIsAbortedNever() throws Exception {
        Topic<BalanceChanged> second = topics.balances(1, false);
        try (TransactionalConnection transactions = open()) {
            RecordSender<BalanceChanged> sender = transactions.sender(topic);
            RecordSender<BalanceChanged> other = transactions.sender(second);
            transactions.begin();
            sender.send(balance("a", 1));
            transactions.abort();

            transactions.begin();
            sender.send(balance("a", 2)).get();
            other.send(balance("a", 3)).get();
            assertThat(committed(topic)).isEmpty();
            transactions.commit();
            assertThat(committed(topic)).containsExactly(2L);
            assertThat(committed(second)).containsExactly(3L);
        }
    }

    @Test
    void theNumberIsKeptWithWhatIsCommittedOnly() {
        try (TransactionalConnection transactions = open()) {
            RecordSender<BalanceChanged> sender = transactions.sender(topic);
            assertThat(transactions.position(position)).isEmpty();
            transactions.begin();
            sender.send(balance("a", 1));
            transactions.commit(position, 41);
            assertThat(transactions.position(position)).hasValue(41);

            transactions.begin();
            sender.send(balance("x".repeat(2_000_000), 1));
            TransactionException refused =
                    catchThrowableOfType(TransactionException.class, () -> transactions.commit(position, 42));
            assertThat(refused.outcome()).isEqualTo(Outcome.ABORTED);
            assertThat(transactions.position(position)).hasValue(41);

            transactions.begin();
            transactions.commit(position, 43);
            assertThat(transactions.position(position)).hasValue(43);
        }
    }

    @Test
    void aRecordThatCannotBeEncodedIsNotLeftOutInSilence() {
        try (TransactionalConnection transactions = open()) {
            RecordSender<BalanceChanged> sender = transactions.sender(topic);
            transactions.begin();
            sender.send(balance("a", 1));
            sender.send(null);
            TransactionException refused =
                    catchThrowableOfType(TransactionException.class, () -> transactions.commit(position, 1));
            assertThat(refused.outcome()).isEqualTo(Outcome.ABORTED);
            assertThat(refused).hasMessageContaining("record");

            transactions.begin();
            sender.send(balance("a", 2));
            transactions.commit(position, 1);
            assertThat(committed(topic)).containsExactly(2L);
        }
    }

    @Test
    void whoOpensLastFencesTheOthersAndEndsWhatTheyBegan() throws Exception {
        try (TransactionalConnection first = open()) {
            RecordSender<BalanceChanged> sender = first.sender(topic);
            first.begin();
            sender.send(balance("a", 1)).get();
            try (TransactionalConnection second = open()) {
                assertThat(second.position(position)).isEmpty();
                second.begin();
                second.sender(topic).send(balance("a", 2));
                second.commit(position, 1);

                TransactionException fenced =
                        catchThrowableOfType(TransactionException.class, () -> first.commit(position, 7));
                assertThat(fenced.outcome()).isEqualTo(Outcome.FENCED);
                assertThat(fenced).hasMessageContaining(id);
                assertThatThrownBy(first::begin).isInstanceOf(TransactionException.class);
                assertThat(second.position(position)).hasValue(1);
            }
        }
        assertThat(committed(topic)).containsExactly(2L);
    }

    @Test
    void closingGivesUpWhatIsNotCommitted() throws Exception {
        try (TransactionalConnection transactions = open()) {
            transactions.begin();
            transactions.sender(topic).send(balance("a", 1)).get();
        }
        assertThat(committed(topic)).isEmpty();
    }

    @Test
    void anInterruptedCommitIsOfUnknownOutcomeAndSettledByOpeningAnew() throws Exception {
        try (TransactionalConnection first = open()) {
            first.begin();
            first.sender(topic).send(balance("a", 1)).get();
            Thread.currentThread().interrupt();
            TransactionException unknown =
                    catchThrowableOfType(TransactionException.class, () -> first.commit(position, 1));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
        try (TransactionalConnection second = open()) {
            boolean wasCommitted = second.position(position).isPresent();
            assertThat(committed(topic)).isEqualTo(wasCommitted ? List.of(1L) : List.of());
        }
    }

    @Test
    void outsideOfATransactionNothingIsSent() {
        try (TransactionalConnection transactions = open()) {
            assertThatThrownBy(transactions.sender(topic).send(balance("a", 1))::join)
                    .hasCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void whatWasRefusedOutsideOfATransactionIsNeitherInTheNextNorMissingFromIt() {
        try (TransactionalConnection transactions = open()) {
            RecordSender<BalanceChanged> sender = transactions.sender(topic);
            assertThat(sender.send(balance("a", 1))).isCompletedExceptionally();
            assertThat(sender.delete("a")).isCompletedExceptionally();
            transactions.begin();
            sender.send(balance("a", 2));
            transactions.commit(position, 1);
            assertThat(committed(topic)).containsExactly(2L);
        }
    }

    @Test
    void whatIsSentWhileATransactionEndsIsRefusedAndTheNextOneDoesNotSuffer() throws Exception {
        Topic<BalanceChanged> second = topics.balances(1, false);
        // Records wait for the commit, which thus is under way when the first is acknowledged.
        try (TransactionalConnection transactions =
                TransactionalConnection.open(topics.settings().with("linger.ms", "60000"), id)) {
            RecordSender<BalanceChanged> sender = transactions.sender(topic);
            RecordSender<BalanceChanged> other = transactions.sender(second);
            transactions.begin();
            sender.send(balance("a", 1));
            other.send(balance("a", 1));
            transactions.commit();

            transactions.begin();
            CompletableFuture<RecordMetadata> first = sender.send(balance("a", 2));
            List<CompletableFuture<RecordMetadata>> late = List.of(
                    first.thenCompose(written -> sender.send(balance("a", 3))),
                    first.thenCompose(written -> other.send(balance("a", 3))),
                    first.thenCompose(written -> sender.delete("a")));
            transactions.commit();
            assertThat(late).allSatisfy(refused -> assertThatThrownBy(refused::join)
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("while one is being committed or aborted"));

            transactions.begin();
            sender.send(balance("a", 4));
            transactions.commit();
            assertThat(committed(topic)).containsExactly(1L, 2L, 4L);
            assertThat(committed(second)).containsExactly(1L);
        }
    }

    @Test
    void itHasNoConsumers() {
        try (TransactionalConnection transactions = open()) {
            assertThatThrownBy(() -> transactions.consume(records(topic, record -> {})))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageContaining("KafkaConnection");
        }
    }

    /** What a reader of what is committed sees of a topic: all up to its last stable offset. */
    private List<Long> committed(Topic<BalanceChanged> read) {
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        topics.settings().values().get("bootstrap.servers"),
                        "isolation.level",
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(read.name()).stream()
                    .map(partition -> new TopicPartition(read.name(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Long> balances = new ArrayList<>();
            Await.until("all is read", () -> {
                consumer.poll(Duration.ofMillis(50)).forEach(record -> balances.add(balance(record.value())));
                return partitions.stream().allMatch(each -> consumer.position(each) >= ends.get(each));
            });
            return balances;
        }
    }

    /** Behind the five bytes of the schema's id. */
    private static long balance(byte[] value) {
        return BalanceChangedCodec.INSTANCE
                .read(new AvroReader(value, 5, value.length - 5))
                .getNewBalance();
    }

    private TransactionalConnection open() {
        return TransactionalConnection.open(topics.settings(), id);
    }
}
