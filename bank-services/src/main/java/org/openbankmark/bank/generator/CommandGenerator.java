package org.openbankmark.bank.generator;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator.SplittableGenerator;
import org.openbankmark.bank.events.AccountCreationConfirmedConsumer;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.events.CommandGeneratorService;
import org.openbankmark.bank.operations.Retries;
import org.openbankmark.bank.operations.Service;
import org.openbankmark.bank.operations.ServiceContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One command for each beat. It reads account_creation_confirmed twice: in a group of its own for each start, from the first
 * record, to learn all accounts; and in a lasting group, to pay each new account its first salary.
 */
public final class CommandGenerator implements Service {
    /** Apart from that of the beats: two members of one group that read different topics would wait for each other. */
    private static final String SALARIES = CommandGeneratorService.GROUP + ".salaries";

    private static final Logger LOG = LoggerFactory.getLogger(CommandGenerator.class);
    private static final Duration LEARNING_LIMIT = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(20);
    /** Nobody goes on where a group of one start stopped, so nothing is committed but at the end. */
    private static final String COMMIT_INTERVAL_MS =
            Long.toString(Duration.ofDays(1).toMillis());

    private final Clock clock;
    private final SplittableGenerator random;

    /**
     * A generator that has not started.
     *
     * @param clock whose time and zone stand in the descriptions of transfers
     * @param random what the customers do
     */
    public CommandGenerator(Clock clock, SplittableGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public String name() {
        return CommandGeneratorService.GROUP;
    }

    @Override
    public int operationsPort() {
        return 17_882;
    }

    @Override
    public void start(ServiceContext context) throws InterruptedException {
        CommandGeneratorService kafka =
                context.closing("Kafka clients", CommandGeneratorService.connect(context.kafka()));
        AutoAccounts accounts = new AutoAccounts(AutoAccounts.MOST, random.split());
        Gauge.builder("bank.generator.accounts", accounts, AutoAccounts::size)
                .description("AUTO accounts that the generator acts for")
                .register(context.meters());
        Counter openings = counter(context, "opening");
        Counter transfers = counter(context, "transfer");
        Counter salaries = counter(context, "salary");

        AccountCreationConfirmedConsumer learning = startLearning(context, kafka, accounts);
        FirstSalaries firstSalaries =
                new FirstSalaries(kafka.confirmMoneyTransferProducer()::send, clock.getZone(), salaries);
        context.consumer(
                BankTopics.Names.ACCOUNT_CREATION_CONFIRMED,
                SALARIES,
                kafka.accountCreationConfirmedConsumer()
                        .group(SALARIES)
                        .batchHandler(firstSalaries)
                        .retry(Retries.whileBrokersAreAway())
                        .start());
        awaitLearned(learning, accounts);

        Customers customers = new Customers(accounts, random.split(), clock, new TimeOrderedIds(clock));
        CommandsForBeats commands = new CommandsForBeats(
                customers,
                kafka.confirmAccountCreationProducer()::send,
                kafka.confirmMoneyTransferProducer()::send,
                openings,
                transfers);
        context.consumer(
                BankTopics.Names.HEARTBEAT,
                CommandGeneratorService.GROUP,
                kafka.heartbeatConsumer()
                        .batchHandler(commands)
                        .retry(Retries.whileBrokersAreAway())
                        .start());
    }

    private static AccountCreationConfirmedConsumer startLearning(
            ServiceContext context, CommandGeneratorService kafka, AutoAccounts accounts) {
        AccountCreationConfirmedConsumer learning = kafka.accountCreationConfirmedConsumer()
                .group(CommandGeneratorService.GROUP + ".accounts." + UUID.randomUUID())
                .setting("auto.commit.interval.ms", COMMIT_INTERVAL_MS)
                .handler(new LearnedAccounts(accounts))
                .start();
        // One name for the groups of all starts, so that metrics do not grow with each.
        context.consumer(
                BankTopics.Names.ACCOUNT_CREATION_CONFIRMED, CommandGeneratorService.GROUP + ".accounts", learning);
        return learning;
    }

    /** Beats that wait already shall meet the accounts that are there already; but they need not wait for long. */
    private static void awaitLearned(AccountCreationConfirmedConsumer learning, AutoAccounts accounts)
            throws InterruptedException {
        long end = System.nanoTime() + LEARNING_LIMIT.toNanos();
        while (System.nanoTime() < end) {
            OptionalLong lag = learning.lag();
            if (lag.isPresent() && lag.getAsLong() == 0) {
                LOG.atInfo().addKeyValue("accounts", accounts.size()).log("the accounts that were there are known");
                return;
            }
            Thread.sleep(LOOK.toMillis());
        }
        LOG.atInfo()
                .addKeyValue("accounts", accounts.size())
                .log("more accounts are to be read; the beats do not wait for them");
    }

    private static Counter counter(ServiceContext context, String command) {
        return Counter.builder("bank.generator.commands")
                .description("Commands sent")
                .tag("command", command)
                .register(context.meters());
    }
}
