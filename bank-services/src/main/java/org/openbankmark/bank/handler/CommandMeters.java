package org.openbankmark.bank.handler;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.openbankmark.bank.handler.ledger.Handled;

/** Figures of one kind of command. Thread-safe. */
final class CommandMeters {
    private final Counter confirmed;
    private final Counter failed;
    private final Counter repeated;
    private final Counter redelivered;
    private final DistributionSummary sizes;
    private final Timer times;

    CommandMeters(MeterRegistry meters, String kind) {
        confirmed = counter(meters, kind, "confirmed");
        failed = counter(meters, kind, "failed");
        repeated = counter(meters, kind, "repeated");
        redelivered = counter(meters, kind, "redelivered");
        sizes = DistributionSummary.builder("bank.command.batch.size")
                .description("commands in one transaction")
                .tag("kind", kind)
                .register(meters);
        times = Timer.builder("bank.command.batch")
                .description("time of one transaction")
                .tag("kind", kind)
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    void handled(Handled handled, int size, Duration time) {
        confirmed.increment(handled.confirmed());
        failed.increment(handled.failed());
        repeated.increment(handled.repeated());
        redelivered.increment(handled.redelivered());
        sizes.record(size);
        times.record(time);
    }

    private static Counter counter(MeterRegistry meters, String kind, String outcome) {
        return Counter.builder("bank.commands")
                .description("commands that were handled")
                .tag("kind", kind)
                .tag("outcome", outcome)
                .register(meters);
    }
}
