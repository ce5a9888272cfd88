package org.openbankmark.bank.handler;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.openbankmark.bank.handler.ledger.Command;
import org.openbankmark.bank.handler.ledger.Handled;
import org.openbankmark.bank.handler.ledger.Source;
import org.openbankmark.topology.runtime.consumer.BatchHandler;
import org.openbankmark.topology.runtime.consumer.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands what was read to a ledger.
 *
 * @param <T> the record
 * @param <C> what it asks for
 */
final class BatchedCommands<T, C> implements BatchHandler<T> {
    private static final Logger LOG = LoggerFactory.getLogger(BatchedCommands.class);

    private final Function<T, C> request;
    private final Ledger<C> ledger;
    private final CommandMeters meters;

    /** Books commands. */
    @FunctionalInterface
    interface Ledger<C> {
        Handled handle(List<Command<C>> commands) throws SQLException;
    }

    BatchedCommands(Function<T, C> request, Ledger<C> ledger, CommandMeters meters) {
        this.request = request;
        this.ledger = ledger;
        this.meters = meters;
    }

    @Override
    public void handle(List<Received<T>> batch) throws SQLException {
        long start = System.nanoTime();
        List<Command<C>> commands = new ArrayList<>(batch.size());
        for (Received<T> record : batch) {
            Source source = new Source(
                    record.partition(), record.offset(), record.timestamp().toEpochMilli());
            commands.add(new Command<>(request.apply(record.value()), source));
        }
        Handled handled = ledger.handle(commands);
        meters.handled(handled, batch.size(), Duration.ofNanos(System.nanoTime() - start));
        if (LOG.isDebugEnabled()) {
            batch.forEach(record -> LOG.atDebug()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("id", record.key())
                    .log("handled"));
        }
    }
}
