package org.openbankmark.topology.it.endtoend;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.AccountCreationFailed;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.events.ConfirmAccountCreation;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.events.Heartbeat;
import org.openbankmark.bank.events.MoneyTransferConfirmed;
import org.openbankmark.bank.events.MoneyTransferFailed;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.consumer.TopicConsumer;
import org.openbankmark.topology.runtime.topic.Topic;

/**
 * One of the bank's topics with its generated producer and consumer, and records to send through them.
 *
 * @param key what the key of a record must be; null for the time of sending
 */
record Exchange<T extends SpecificRecord>(
        Topic<T> topic,
        Function<BankClients, Function<T, CompletableFuture<RecordMetadata>>> producer,
        Function<BankClients, TopicConsumer.Builder<T, ?, ?>> consumer,
        Function<T, String> key,
        List<T> records) {

    private static final UUID ID = UUID.fromString("01234567-89ab-cdef-fedc-ba9876543210");
    private static final UUID MAX_ID = new UUID(-1L, -1L);
    private static final String IBAN = "NL66OPEN0000000000";
    private static final String TOKEN = "00000000000000000000";
    private static final String ANY_TEXT = "é € 日本語 \uD83D\uDE00 \u0000 \"quoted\" \\";
    private static final String LONG_TEXT = "transfer ".repeat(5_000);

    /** All eight. */
    static Stream<Exchange<?>> all() {
        return Stream.of(
                heartbeat(),
                confirmAccountCreation(),
                accountCreationConfirmed(),
                accountCreationFailed(),
                confirmMoneyTransfer(),
                moneyTransferConfirmed(),
                moneyTransferFailed(),
                balanceChanged());
    }

    private static Exchange<Heartbeat> heartbeat() {
        return new Exchange<>(
                BankTopics.HEARTBEAT,
                clients -> clients.heartbeatProducer()::send,
                BankClients::heartbeatConsumer,
                null,
                List.of(new Heartbeat(0L), new Heartbeat(Long.MAX_VALUE), new Heartbeat(Long.MIN_VALUE)));
    }

    private static Exchange<ConfirmAccountCreation> confirmAccountCreation() {
        return new Exchange<>(
                BankTopics.CONFIRM_ACCOUNT_CREATION,
                clients -> clients.confirmAccountCreationProducer()::send,
                BankClients::confirmAccountCreationConsumer,
                command -> command.getId().toString(),
                List.of(new ConfirmAccountCreation(ID, Atype.AUTO), new ConfirmAccountCreation(MAX_ID, Atype.MANUAL)));
    }

    private static Exchange<AccountCreationConfirmed> accountCreationConfirmed() {
        return new Exchange<>(
                BankTopics.ACCOUNT_CREATION_CONFIRMED,
                clients -> clients.accountCreationConfirmedProducer()::send,
                BankClients::accountCreationConfirmedConsumer,
                event -> event.getId().toString(),
                List.of(
                        new AccountCreationConfirmed(ID, IBAN, TOKEN, Atype.AUTO),
                        new AccountCreationConfirmed(new UUID(0, 0), "", "", Atype.MANUAL)));
    }

    private static Exchange<AccountCreationFailed> accountCreationFailed() {
        return new Exchange<>(
                BankTopics.ACCOUNT_CREATION_FAILED,
                clients -> clients.accountCreationFailedProducer()::send,
                BankClients::accountCreationFailedConsumer,
                event -> event.getId().toString(),
                List.of(new AccountCreationFailed(ID, "generated iban already exists, try again")));
    }

    private static Exchange<ConfirmMoneyTransfer> confirmMoneyTransfer() {
        return new Exchange<>(
                BankTopics.CONFIRM_MONEY_TRANSFER,
                clients -> clients.confirmMoneyTransferProducer()::send,
                BankClients::confirmMoneyTransferConsumer,
                command -> command.getId().toString(),
                List.of(
                        new ConfirmMoneyTransfer(ID, TOKEN, 1L, IBAN, "cash", "withdraw"),
                        new ConfirmMoneyTransfer(MAX_ID, "", Long.MIN_VALUE, "", "", ANY_TEXT),
                        new ConfirmMoneyTransfer(new UUID(1, 2), TOKEN, Long.MAX_VALUE, "a", "b", LONG_TEXT)));
    }

    private static Exchange<MoneyTransferConfirmed> moneyTransferConfirmed() {
        return new Exchange<>(
                BankTopics.MONEY_TRANSFER_CONFIRMED,
                clients -> clients.moneyTransferConfirmedProducer()::send,
                BankClients::moneyTransferConfirmedConsumer,
                event -> event.getId().toString(),
                List.of(new MoneyTransferConfirmed(ID), new MoneyTransferConfirmed(MAX_ID)));
    }

    private static Exchange<MoneyTransferFailed> moneyTransferFailed() {
        return new Exchange<>(
                BankTopics.MONEY_TRANSFER_FAILED,
                clients -> clients.moneyTransferFailedProducer()::send,
                BankClients::moneyTransferFailedConsumer,
                event -> event.getId().toString(),
                List.of(new MoneyTransferFailed(ID, "insufficient funds"), new MoneyTransferFailed(MAX_ID, ANY_TEXT)));
    }

    private static Exchange<BalanceChanged> balanceChanged() {
        return new Exchange<>(
                BankTopics.BALANCE_CHANGED,
                clients -> clients.balanceChangedProducer()::send,
                BankClients::balanceChangedConsumer,
                BalanceChanged::getIban,
                List.of(
                        new BalanceChanged(IBAN, 100_000_000_000_000_000L, -1L, "cash", "withdraw", 1L, ID),
                        new BalanceChanged("NL80OPEN0123456789", -50_000L, 1L, IBAN, ANY_TEXT, 0L, null),
                        new BalanceChanged(
                                "NL48OPEN0999999999",
                                Long.MAX_VALUE,
                                Long.MIN_VALUE,
                                "",
                                LONG_TEXT,
                                Long.MAX_VALUE,
                                MAX_ID)));
    }

    /** Starts the generated consumer from the topic's beginning; what it gets ends up in the queue. */
    TopicConsumer consume(BankClients clients, String group, BlockingQueue<Received<T>> received) {
        return consumer.apply(clients)
                .group(group)
                .setting("auto.offset.reset", "earliest")
                .handler(received::add)
                .start();
    }

    BlockingQueue<Received<T>> queue() {
        return new LinkedBlockingQueue<>();
    }

    @Override
    public String toString() {
        return topic.name();
    }
}
