package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.NewPartitions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;
import org.openbankmark.topology.runtime.topic.Topic;

class RequestsLiveTest extends LiveTest {
    private Topic<BalanceChanged> commands;
    private Topic<BalanceChanged> confirmed;
    private Topic<BalanceChanged> failed;

    @BeforeEach
    void makeTopics() throws Exception {
        commands = topics.balances(3, false);
        confirmed = topics.balances(3, false);
        failed = topics.balances(1, false);
    }

    @Test
    void tenThousandRequestsOfTwoInstancesGetTheirOwnReplies() throws Exception {
        RecordSender<BalanceChanged> toConfirmed = connection.sender(confirmed);
        RecordSender<BalanceChanged> toFailed = connection.sender(failed);
        connection.consume(records(commands, r -> {
            long amount = r.value().getNewBalance();
            (amount % 2 == 0 ? toConfirmed : toFailed).send(balance(r.key(), -amount));
        }));
        try (KafkaConnection secondInstance = KafkaConnection.open(topics.settings());
                RequestChannel<BalanceChanged, BalanceChanged> one =
                        requests(connection, Duration.ofSeconds(60), 10_000);
                RequestChannel<BalanceChanged, BalanceChanged> two =
                        requests(secondInstance, Duration.ofSeconds(60), 10_000)) {
            List<CompletableFuture<BalanceChanged>> replies = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                replies.add((i % 3 == 0 ? one : two).send(balance("key-" + i, i)));
            }
            for (int i = 0; i < 10_000; i++) {
                assertThat(replies.get(i).join()).isEqualTo(balance("key-" + i, -i));
            }
            assertThat(one.pending()).isZero();
            assertThat(two.pending()).isZero();
        }
    }

    @Test
    void withoutAReplyTheTimeIsUpAndTheBoundHolds() {
        try (RequestChannel<BalanceChanged, BalanceChanged> channel = requests(connection, Duration.ofMillis(300), 2)) {
            CompletableFuture<BalanceChanged> first = channel.send(balance("a", 1));
            channel.send(balance("b", 1));
            assertThatThrownBy(channel.send(balance("c", 1))::join)
                    .hasCauseInstanceOf(RejectedExecutionException.class);
            assertThatThrownBy(first::join).hasCauseInstanceOf(TimeoutException.class);
            Await.until("none waits", () -> channel.pending() == 0);
        }
    }

    @Test
    void closingFailsWhatWaits() {
        RequestChannel<BalanceChanged, BalanceChanged> channel = requests(connection, Duration.ofSeconds(60), 2);
        CompletableFuture<BalanceChanged> waits = channel.send(balance("a", 1));
        channel.close();
        assertThatThrownBy(waits::join).hasMessageContaining("closed before a reply came");
        assertThatThrownBy(channel.send(balance("b", 1))::join).hasMessageContaining("closed");
        channel.close();
    }

    @Test
    void aChannelThatIsClosedIsForgotten() {
        WeakReference<?> channel = closedChannel();
        Await.until("it is forgotten", () -> {
            System.gc();
            return channel.get() == null;
        });
    }

    private WeakReference<?> closedChannel() {
        RequestChannel<BalanceChanged, BalanceChanged> channel = requests(connection, Duration.ofSeconds(60), 2);
        channel.close();
        return new WeakReference<>(channel);
    }

    @Test
    void anUnreadableReplyFailsItsCommandAndNoOther() throws Exception {
        try (RequestChannel<BalanceChanged, BalanceChanged> channel =
                requests(connection, Duration.ofSeconds(60), 10)) {
            CompletableFuture<BalanceChanged> bad = channel.send(balance("bad", 1));
            CompletableFuture<BalanceChanged> good = channel.send(balance("good", 1));
            topics.write(failed.name(), 0, null, new byte[] {1});
            topics.write(failed.name(), 0, "bad".getBytes(java.nio.charset.StandardCharsets.UTF_8), new byte[] {1});
            assertThatThrownBy(bad::join).hasCauseInstanceOf(UnreadableRecordException.class);
            connection.sender(confirmed).send(balance("good", 2));
            assertThat(good.join()).isEqualTo(balance("good", 2));
        }
    }

    @Test
    void repliesInAPartitionThatWasAddedLaterAreSeen() throws Exception {
        try (RequestChannel<BalanceChanged, BalanceChanged> channel =
                requests(connection, Duration.ofSeconds(60), 10)) {
            CompletableFuture<BalanceChanged> waits = channel.send(balance("late", 1));
            topics.admin()
                    .createPartitions(Map.of(failed.name(), NewPartitions.increaseTo(2)))
                    .all()
                    .get();
            byte[] reply = topics.read(commands.name(), 1).get(0).value();
            Await.until("the new partition can be written to", () -> {
                topics.write(failed.name(), 1, "late".getBytes(java.nio.charset.StandardCharsets.UTF_8), reply);
                return true;
            });
            assertThat(waits.join()).isEqualTo(balance("late", 1));
        }
    }

    private RequestChannel<BalanceChanged, BalanceChanged> requests(KafkaConnection over, Duration timeout, int max) {
        return over.requests(new RequestSpec<>(commands, List.of(confirmed, failed), timeout, max));
    }
}
