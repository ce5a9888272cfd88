package org.openbankmark.topology.generator.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.generator.output.Roots;

class GeneratorTest {
    private static final String BANK = """
            topology: bank
            namespace: org.example.events
            types:
              Id: uuid
              Atype: { enum: [AUTO, MANUAL] }
            records:
              ConfirmMoneyTransfer: { id: Id, amount: long, from: string }
              MoneyTransferConfirmed: { id: Id }
              MoneyTransferFailed: { id: Id, reason: string }
              BalanceChanged: { iban: string, new_balance: long }
            topics:
              confirm_money_transfer:
                { partitions: 9, type: ConfirmMoneyTransfer, key: id, replies: [money_transfer_confirmed, money_transfer_failed] }
              money_transfer_confirmed: { partitions: 9, type: MoneyTransferConfirmed, key: id }
              money_transfer_failed: { partitions: 9, type: MoneyTransferFailed, key: id }
              balance_changed: { partitions: 9, type: BalanceChanged, key: iban, config: { retention.ms: 900000 } }
              changes: { type: [BalanceChanged, MoneyTransferFailed], key: none, deadLetter: changes.dead }
            services:
              command-handler:
                consumes: [confirm_money_transfer]
                produces: [money_transfer_confirmed, money_transfer_failed, balance_changed]
            """;

    @TempDir
    Path directory;

    @Test
    void generatesOnceAndThenHasNothingToDo() throws Exception {
        Files.writeString(directory.resolve("topology.yaml"), BANK);

        GenerationResult first = Generator.generate(request());
        GenerationResult second = Generator.generate(request());

        assertThat(first.outcome()).isEqualTo(GenerationResult.Outcome.GENERATED);
        assertThat(second.outcome()).isEqualTo(GenerationResult.Outcome.UP_TO_DATE);
    }

    private GenerationRequest request() {
        Path target = directory.resolve("target");
        return new GenerationRequest(
                directory.resolve("topology.yaml"),
                Optional.empty(),
                new Roots(target.resolve("sources"), target.resolve("resources"), target.resolve("tests")),
                target.resolve("state"),
                EnumSet.allOf(Part.class),
                "1.0");
    }
}
