package org.openbankmark.topology.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.events.ConfirmMoneyTransferReply;
import org.openbankmark.bank.events.ConfirmMoneyTransferRequests;
import org.openbankmark.bank.events.MoneyTransferConfirmed;
import org.openbankmark.bank.events.MoneyTransferFailed;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.consumer.TopicConsumer;
import org.openbankmark.topology.runtime.settings.Settings;

/** Commands and their replies, with several instances of the asking service on the same topics. */
@RealServers
@TestInstance(Lifecycle.PER_CLASS)
class RequestReplyTest {
    /** The responder gives no reply to commands with this description. */
    private static final String UNANSWERED = "unanswered";

    private static final int EACH = 5_000;
    private static final long MEBIBYTE = 1024 * 1024;

    private Settings settings;

    @BeforeAll
    void prepare(KafkaCluster kafka, SchemaRegistryServer registry) throws Exception {
        settings = BankOnServers.prepare(kafka, registry);
    }

    @Test
    void tenThousandRequestsOfTwoInstancesEachGetTheirOwnReplyInBoundedMemory() throws Exception {
        try (BankClients handler = BankClients.connect(settings);
                TopicConsumer responder = respond(handler);
                BankClients one = BankClients.connect(settings);
                BankClients other = BankClients.connect(settings);
                ConfirmMoneyTransferRequests requestsOfOne = start(one, EACH);
                ConfirmMoneyTransferRequests requestsOfOther = start(other, EACH)) {
            assertOwnReplies(requestsOfOne, requestsOfOther);
            long afterFirst = usedMemory();
            assertOwnReplies(requestsOfOne, requestsOfOther);
            assertThat(usedMemory() - afterFirst)
                    .as("bytes kept after 10,000 more requests")
                    .isLessThan(4 * MEBIBYTE);
            assertThat(responder.failure()).isEmpty();
        }
    }

    @Test
    void aRequestWithoutAReplyTimesOutAndIsForgotten() throws Exception {
        try (BankClients handler = BankClients.connect(settings);
                TopicConsumer responder = respond(handler);
                BankClients clients = BankClients.connect(settings);
                ConfirmMoneyTransferRequests requests = clients.confirmMoneyTransferRequests()
                        .timeout(Duration.ofMillis(500))
                        .start()) {
            List<CompletableFuture<ConfirmMoneyTransferReply>> unanswered = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                unanswered.add(requests.send(command(UUID.randomUUID(), 1, UNANSWERED)));
            }
            for (CompletableFuture<ConfirmMoneyTransferReply> future : unanswered) {
                assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(TimeoutException.class);
            }
            assertThat(requests.pending()).isZero();
            assertThat(responder.failure()).isEmpty();
        }
    }

    @Test
    void moreRequestsThanMayWaitAreRefusedAtOnceAndOthersGoOnWhenThereIsRoom() throws Exception {
        try (BankClients handler = BankClients.connect(settings);
                TopicConsumer responder = respond(handler);
                BankClients clients = BankClients.connect(settings);
                ConfirmMoneyTransferRequests requests = clients.confirmMoneyTransferRequests()
                        .timeout(Duration.ofSeconds(3))
                        .maxPending(2)
                        .start()) {
            List<CompletableFuture<ConfirmMoneyTransferReply>> waiting = List.of(
                    requests.send(command(UUID.randomUUID(), 1, UNANSWERED)),
                    requests.send(command(UUID.randomUUID(), 1, UNANSWERED)));
            assertThatThrownBy(() -> requests.send(command(UUID.randomUUID(), 1, "too many"))
                            .get(1, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(RejectedExecutionException.class);
            waiting.forEach(future -> assertThat(future).failsWithin(Duration.ofSeconds(10)));
            assertThat(requests.send(command(UUID.randomUUID(), 1, "room again")))
                    .succeedsWithin(Duration.ofSeconds(10));
            assertThat(responder.failure()).isEmpty();
        }
    }

    private static ConfirmMoneyTransferRequests start(BankClients clients, int maxPending) {
        return clients.confirmMoneyTransferRequests()
                .timeout(Duration.ofMinutes(1))
                .maxPending(maxPending)
                .start();
    }

    /** Both at once: every reply answers its own command, and says what the command's amount asks for. */
    private static void assertOwnReplies(ConfirmMoneyTransferRequests one, ConfirmMoneyTransferRequests other)
            throws Exception {
        Supplier<Integer> sendingOne = () -> sendAll(one);
        CompletableFuture<Integer> ofOne = CompletableFuture.supplyAsync(sendingOne);
        CompletableFuture<Integer> ofOther = CompletableFuture.supplyAsync(() -> sendAll(other));
        assertThat(ofOne.get(2, TimeUnit.MINUTES) + ofOther.get(2, TimeUnit.MINUTES))
                .isEqualTo(2 * EACH);
        assertThat(one.pending()).isZero();
        assertThat(other.pending()).isZero();
    }

    private static int sendAll(ConfirmMoneyTransferRequests requests) {
        List<CompletableFuture<Boolean>> answered = new ArrayList<>();
        for (int amount = 0; amount < EACH; amount++) {
            ConfirmMoneyTransfer command = command(UUID.randomUUID(), amount, "transfer");
            answered.add(requests.send(command).thenApply(reply -> answers(reply, command)));
        }
        return (int) answered.stream().filter(CompletableFuture::join).count();
    }

    private static boolean answers(ConfirmMoneyTransferReply reply, ConfirmMoneyTransfer command) {
        if (reply instanceof MoneyTransferConfirmed confirmed) {
            return confirmed.getId().equals(command.getId()) && isEven(command);
        }
        return reply instanceof MoneyTransferFailed failed
                && failed.getId().equals(command.getId())
                && failed.getReason().equals("odd: " + command.getAmount());
    }

    /** Confirms even amounts and refuses odd ones. */
    private static TopicConsumer respond(BankClients clients) {
        var confirmed = clients.moneyTransferConfirmedProducer();
        var failed = clients.moneyTransferFailedProducer();
        return clients.confirmMoneyTransferConsumer()
                .group("responder-" + UUID.randomUUID())
                .batchHandler(commands -> {
                    List<CompletableFuture<?>> sent = new ArrayList<>();
                    for (Received<ConfirmMoneyTransfer> received : commands) {
                        ConfirmMoneyTransfer command = received.value();
                        if (command.getDescription().equals(UNANSWERED)) {
                            continue;
                        }
                        sent.add(
                                isEven(command)
                                        ? confirmed.send(new MoneyTransferConfirmed(command.getId()))
                                        : failed.send(new MoneyTransferFailed(
                                                command.getId(), "odd: " + command.getAmount())));
                    }
                    CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
                            .get(30, TimeUnit.SECONDS);
                })
                .start();
    }

    private static boolean isEven(ConfirmMoneyTransfer command) {
        return command.getAmount() % 2 == 0;
    }

    private static ConfirmMoneyTransfer command(UUID id, long amount, String description) {
        return new ConfirmMoneyTransfer(id, "token", amount, "cash", "NL66OPEN0000000000", description);
    }

    /** What is still reachable: the least of several full collections, since threads of Kafka's keep on allocating. */
    private static long usedMemory() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
