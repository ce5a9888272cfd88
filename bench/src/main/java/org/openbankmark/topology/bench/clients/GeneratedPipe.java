package org.openbankmark.topology.bench.clients;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.events.BalanceChangedConsumer;
import org.openbankmark.bank.events.BalanceChangedProducer;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.topology.runtime.settings.Settings;

/** Generated clients, with a handler of single records. */
final class GeneratedPipe implements Pipe {
    private final Messages messages;
    private final BankClients clients;
    private final BalanceChangedProducer producer;
    private final BalanceChangedConsumer consumer;
    private final AtomicLong handled = new AtomicLong();
    private final AtomicLong checksum = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    GeneratedPipe(Messages messages, Settings settings) {
        this.messages = messages;
        this.clients = BankClients.connect(settings);
        this.producer = clients.balanceChangedProducer();
        this.consumer = clients.balanceChangedConsumer()
                .group("generated")
                .handler(received -> {
                    checksum.lazySet(checksum.getPlain() + received.value().getSequence());
                    handled.lazySet(handled.getPlain() + 1);
                })
                .start();
    }

    @Override
    public void send(int count) {
        for (int i = 0; i < count; i++) {
            var unused = producer.send(messages.records().get(i % messages.count()))
                    .whenComplete((metadata, thrown) -> {
                        if (thrown != null) {
                            failure.set(thrown);
                        }
                    });
        }
    }

    @Override
    public long handled() {
        return handled.get();
    }

    @Override
    public void requireHealthy() {
        consumer.failure().ifPresent(failure::set);
        if (failure.get() != null) {
            throw new IllegalStateException("the generated clients failed", failure.get());
        }
    }

    @Override
    public void close() {
        consumer.close();
        clients.close();
    }
}
