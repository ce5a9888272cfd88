package org.openbankmark.bank.services;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.openbankmark.bank.generator.CommandGenerator;
import org.openbankmark.bank.operations.Service;
import picocli.CommandLine.Command;

/** Runs the command generator. */
@Command(
        name = "command-generator",
        header = "Plays the bank's customers: one command for each beat.",
        description = {
            "",
            "  OPERATIONS_PORT    health and metrics; 17882",
            "",
        })
final class CommandGeneratorCommand extends ServiceCommand {

    @Override
    Service service() {
        return new CommandGenerator(
                Clock.system(ZoneId.systemDefault()), new SplittableRandom(new SecureRandom().nextLong()));
    }
}
