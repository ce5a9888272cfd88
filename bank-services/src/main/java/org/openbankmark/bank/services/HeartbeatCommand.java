package org.openbankmark.bank.services;

import org.openbankmark.bank.heartbeat.HeartbeatGenerator;
import org.openbankmark.bank.operations.Service;
import picocli.CommandLine.Command;

/** Runs the heartbeat. */
@Command(
        name = "heartbeat",
        header = "Sets the pace of the load: a batch of beats, then a pause.",
        description = {
            "",
            "  OPERATIONS_PORT           health and metrics; 17881",
            "  HEARTBEAT_CONTROL_HOST    where the pace is read and set (GET and PUT /pace); 127.0.0.1",
            "  HEARTBEAT_CONTROL_PORT    17888",
            "  HEARTBEAT_BATCH_SIZE      beats in a batch at the start; 0",
            "  HEARTBEAT_WAIT_MS         from one batch to the next at the start; 1000",
            "",
        })
final class HeartbeatCommand extends ServiceCommand {

    @Override
    Service service() {
        return new HeartbeatGenerator();
    }
}
