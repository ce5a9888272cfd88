package org.openbankmark.bank.heartbeat;

import org.openbankmark.bank.events.HeartbeatProducer;
import org.openbankmark.bank.events.HeartbeatService;
import org.openbankmark.bank.operations.Environment;
import org.openbankmark.bank.operations.Service;
import org.openbankmark.bank.operations.ServiceContext;

/**
 * Sends a batch of beats, then waits. At each start the beats count up from 0 again, at the pace that the settings name.
 */
public final class HeartbeatGenerator implements Service {

    @Override
    public String name() {
        return "heartbeat";
    }

    @Override
    public int operationsPort() {
        return 17_881;
    }

    @Override
    public void start(ServiceContext context) {
        Environment environment = context.environment();
        CurrentPace pace = new CurrentPace(new Pace(
                (int) environment.number("HEARTBEAT_BATCH_SIZE", Pace.AT_REST.batchSize(), 0, Pace.MOST_BEATS),
                (int) environment.number("HEARTBEAT_WAIT_MS", Pace.AT_REST.waitMs(), 1, Pace.LONGEST_WAIT_MS)));
        HeartbeatService kafka = context.closing("Kafka clients", HeartbeatService.connect(context.kafka()));
        HeartbeatProducer producer = kafka.heartbeatProducer();
        context.closing("control of the pace", PaceControl.start(environment, pace));
        context.closing("beats", Beats.start(pace, producer::send, context.meters(), context::fail));
    }
}
