package org.openbankmark.bank.graphql.live;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.limits.Limits;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.openbankmark.bank.graphql.transaction.TransactionFilter;
import org.openbankmark.bank.graphql.transaction.TransactionTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Hands what is new in the table to this instance's subscribers in the order of the ids: what this instance wrote as soon as it is
 * committed, all else as it is read. While the database is away it tries again, and then goes on where it was. One thread of its own;
 * safe for use by others.
 */
@Component
public final class TransactionFeed implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {
    /** Of PostgreSQL's notifications. */
    public static final String CHANNEL = "endpoint_transactions";

    private static final Logger LOG = LoggerFactory.getLogger(TransactionFeed.class);
    private static final int PAGE = 500;
    /** A word may be lost with a connection; so it also looks by itself. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final TransactionFilter ALL = new TransactionFilter(null, null, null);

    private final DataSource database;
    private final TransactionTable table;
    private final Watchers watchers;
    /** Whoever hands transactions out holds it, so that they come in one order. */
    private final ReentrantLock handing = new ReentrantLock();

    private volatile long position = -1;
    private volatile @Nullable String problem = "has not begun to read";
    private volatile @Nullable Thread thread;

    /** Over the endpoint's database; hands out nothing before it is started. */
    public TransactionFeed(DataSource database, TransactionTable table, Limits limits) {
        this.database = database;
        this.table = table;
        this.watchers = new Watchers(limits.subscribers(), limits.subscriberBuffer());
    }

    /** Where subscribers are added. */
    Watchers watchers() {
        return watchers;
    }

    /**
     * The last id that was handed to the subscribers, or is just about to be. Who was added before this was asked is handed all
     * above it.
     */
    public long position() {
        return position;
    }

    /**
     * Takes what this instance has committed, with ids that follow each other, and hands it out at once if nothing is missing before
     * it. What is not taken is read, as the writer's word to all instances comes after it. Never waits.
     */
    public void committed(List<Transaction> written) {
        if (written.isEmpty() || !handing.tryLock()) {
            return;
        }
        try {
            if (written.get(0).id() == position + 1) {
                written.forEach(this::publish);
            }
        } finally {
            handing.unlock();
        }
    }

    /** Why nothing new is handed out at the moment. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Subscribers of this instance. */
    public int subscribers() {
        return watchers.count();
    }

    /** How many subscribers were closed because they did not keep up. */
    public long closedAsSlow() {
        return watchers.closedAsSlow();
    }

    /** Reads where the table ends, and follows it from there. */
    @Override
    public void start() {
        position = table.lastId();
        Thread follower = new Thread(this::follow, "transaction-feed");
        follower.setDaemon(true);
        thread = follower;
        follower.start();
    }

    @Override
    public void stop() {
        Thread follower = thread;
        thread = null;
        if (follower != null) {
            follower.interrupt();
        }
    }

    /** Comes before the web server waits for what it has under way: subscribers are told now. */
    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        watchers.endAll();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Below that of the web server: so it starts earlier and stops later. */
    @Override
    public int getPhase() {
        return 0;
    }

    private void follow() {
        while (isRunning()) {
            try (Notifications notifications = Notifications.listen(database, CHANNEL)) {
                publishNew();
                recovered();
                while (isRunning()) {
                    if (notifications.await(LOOK) > position) {
                        publishNew();
                    }
                }
            } catch (SQLException | RuntimeException | Error away) {
                // Whatever it is: a thread that ended here would leave subscribers waiting in silence.
                failed(away);
            }
        }
    }

    private void publishNew() {
        int read;
        do {
            read = publishPage();
        } while (read == PAGE && isRunning());
    }

    private int publishPage() {
        handing.lock();
        try {
            List<Transaction> page = table.between(ALL, position, Long.MAX_VALUE, PAGE);
            page.forEach(this::publish);
            return page.size();
        } finally {
            handing.unlock();
        }
    }

    private void publish(Transaction transaction) {
        // First the position: see what it promises.
        position = transaction.id();
        watchers.publish(transaction);
    }

    private void recovered() {
        if (problem != null) {
            LOG.atInfo().log("new transactions are handed to subscribers, from {} on", position + 1);
            problem = null;
        }
    }

    private void failed(Throwable away) {
        if (!isRunning()) {
            return;
        }
        if (problem == null) {
            LOG.atWarn()
                    .setCause(away instanceof Error ? away : null)
                    .log("new transactions cannot be read; they are handed out later: {}", away.toString());
        }
        problem = away instanceof Error ? "it failed: " + away : "the database does not answer";
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
