package org.openbankmark.bank.services;

import org.openbankmark.bank.handler.CommandHandler;
import org.openbankmark.bank.operations.Service;
import picocli.CommandLine.Command;

/** Runs the command handler. */
@Command(
        name = "command-handler",
        header = "Keeps the accounts: opens them, moves money, tells what happened. Several may run at once.",
        description = {
            "",
            "  OPERATIONS_PORT           health and metrics; 17883",
            "  DB_HOSTNAME, DB_PORT      where PostgreSQL is; 127.0.0.1 and 5432",
            "  DB_NAME                   the ledger's database; bank",
            "  DB_USER, DB_PASSWORD      the role that works with the tables; bank, none",
            "  DB_MIGRATION_USER, DB_MIGRATION_PASSWORD",
            "                            the role that owns the tables; the same",
            "  DB_CONNECTIONS            in the pool; 4",
            "  HANDLER_BATCH             most commands in one transaction; 500",
            "  HANDLER_FORGOTTEN_BATCH   stop, resend or drop: for a batch of events of which Kafka has forgotten whether",
            "                            it was sent; stop",
            "",
        })
final class CommandHandlerCommand extends ServiceCommand {

    @Override
    Service service() {
        return new CommandHandler();
    }
}
