package org.openbankmark.bank.handler;

import com.zaxxer.hikari.HikariDataSource;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.openbankmark.bank.account.Iban;
import org.openbankmark.bank.account.Token;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.events.CommandHandlerService;
import org.openbankmark.bank.events.ConfirmAccountCreation;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.handler.ledger.CreationLedger;
import org.openbankmark.bank.handler.ledger.CreationRequest;
import org.openbankmark.bank.handler.ledger.SqlFailures;
import org.openbankmark.bank.handler.ledger.Transactions;
import org.openbankmark.bank.handler.ledger.TransferLedger;
import org.openbankmark.bank.handler.outbox.EventSenders;
import org.openbankmark.bank.handler.outbox.Forgotten;
import org.openbankmark.bank.handler.outbox.Outbox;
import org.openbankmark.bank.handler.outbox.Relay;
import org.openbankmark.bank.handler.outbox.RelaySignal;
import org.openbankmark.bank.handler.rules.Transfer;
import org.openbankmark.bank.operations.Environment;
import org.openbankmark.bank.operations.Service;
import org.openbankmark.bank.operations.ServiceContext;
import org.openbankmark.bank.operations.SettingException;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.consumer.RetryPolicy;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.settings.Settings;

/** Keeps the accounts: handles commands, and tells what came of them. Several may run at once. */
public final class CommandHandler implements Service {
    private static final RetryPolicy WHILE_DATABASE_IS_AWAY = RetryPolicy.exponential(
                    Integer.MAX_VALUE, Duration.ofMillis(100), Duration.ofSeconds(2))
            .only(SqlFailures::isOutage);

    // Apart from that of the transfers, so that neither waits for the other's members.
    private static final String ACCOUNTS_GROUP = CommandHandlerService.GROUP + ".accounts";

    private final Supplier<String> ibans;
    private final Supplier<String> tokens;

    /** With numbers and tokens from a cryptographic source. */
    public CommandHandler() {
        SecureRandom random = new SecureRandom();
        this.ibans = () -> Iban.random(random);
        this.tokens = () -> Token.random(random);
    }

    @Override
    public String name() {
        return CommandHandlerService.GROUP;
    }

    @Override
    public int operationsPort() {
        return 17_883;
    }

    @Override
    public void start(ServiceContext context) {
        Environment environment = context.environment();
        int batch = (int) environment.number("HANDLER_BATCH", 500, 1, 10_000);
        Forgotten forgotten = forgotten(environment);
        DatabaseSettings database = DatabaseSettings.from(environment);
        database.migrate();
        HikariDataSource pool = context.closing("pool of the database", database.pool());
        SchemaRegistry registry = context.closing("schema registry", registry(context.kafka()));
        CommandHandlerService kafka = CommandHandlerService.over(
                context.closing("Kafka clients", KafkaConnection.open(context.kafka(), registry)));
        EventSenders senders = EventSenders.over(kafka, context.kafka(), registry);
        RelaySignal signal = new RelaySignal();
        Relay relay = context.closing(
                "relay", Relay.start(database::connect, senders, signal, forgotten, context.meters(), context::fail));
        context.health().needs("relay of events", relay::problem);

        Transactions transactions = new Transactions(pool);
        Outbox outbox = new Outbox(signal);
        CreationLedger creations = new CreationLedger(transactions, outbox, ibans, tokens);
        TransferLedger transfers = new TransferLedger(transactions, outbox);
        context.consumer(
                BankTopics.Names.CONFIRM_ACCOUNT_CREATION,
                ACCOUNTS_GROUP,
                kafka.confirmAccountCreationConsumer()
                        .group(ACCOUNTS_GROUP)
                        .batchHandler(new BatchedCommands<>(
                                CommandHandler::request,
                                creations::handle,
                                new CommandMeters(context.meters(), "account_creation")))
                        .maxBatch(batch)
                        .retry(WHILE_DATABASE_IS_AWAY)
                        .start());
        context.consumer(
                BankTopics.Names.CONFIRM_MONEY_TRANSFER,
                CommandHandlerService.GROUP,
                kafka.confirmMoneyTransferConsumer()
                        .batchHandler(new BatchedCommands<>(
                                CommandHandler::request,
                                transfers::handle,
                                new CommandMeters(context.meters(), "money_transfer")))
                        .maxBatch(batch)
                        .retry(WHILE_DATABASE_IS_AWAY)
                        .start());
    }

    private static SchemaRegistry registry(Settings settings) {
        try {
            return HttpSchemaRegistry.open(settings);
        } catch (IllegalArgumentException wrong) {
            throw new SettingException("the schema registry cannot be asked: " + wrong.getMessage());
        }
    }

    private static CreationRequest request(ConfirmAccountCreation command) {
        return new CreationRequest(command.getId(), command.getAType());
    }

    private static Transfer request(ConfirmMoneyTransfer command) {
        return new Transfer(
                command.getId(),
                command.getToken(),
                command.getAmount(),
                command.getFrom(),
                command.getTo(),
                command.getDescription());
    }

    private static Forgotten forgotten(Environment environment) {
        String text = environment.text("HANDLER_FORGOTTEN_BATCH", "stop");
        try {
            return Forgotten.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new SettingException("HANDLER_FORGOTTEN_BATCH must be one of stop, resend, drop, not '" + text + "'");
        }
    }
}
