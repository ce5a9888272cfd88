package org.openbankmark.topology.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;

class BankTopologyTest {
    private static final Path BANK = Path.of("src/test/resources/org/openbankmark/topology/good/bank.yaml");

    @Test
    void theBanksTopologyIsReadWhole() throws Exception {
        Topology bank = TopologyLoader.load(BANK, Optional.empty());

        assertThat(bank.name()).isEqualTo("bank");
        assertThat(bank.topics()).hasSize(8);
        assertThat(bank.types().stream().map(NamedType::name))
                .containsExactly(
                        "Id",
                        "Atype",
                        "Heartbeat",
                        "ConfirmAccountCreation",
                        "AccountCreationConfirmed",
                        "AccountCreationFailed",
                        "ConfirmMoneyTransfer",
                        "MoneyTransferConfirmed",
                        "MoneyTransferFailed",
                        "BalanceChanged");
        Topic transfer = bank.topic("confirm_money_transfer").orElseThrow();
        assertThat(transfer.partitions()).isEqualTo(9);
        assertThat(transfer.replicas()).isEqualTo(3);
        assertThat(transfer.key()).isEqualTo(new KeySpec.Fields(List.of("id")));
        assertThat(transfer.replies()).containsExactly("money_transfer_confirmed", "money_transfer_failed");
        assertThat(bank.topic("heartbeat").orElseThrow().config()).containsEntry("retention.ms", "900000");

        RecordType command = transfer.types().get(0);
        assertThat(command.field("token").orElseThrow().secret()).isTrue();
        assertThat(command.field("id").orElseThrow().type())
                .isInstanceOfSatisfying(
                        LogicalType.class, id -> assertThat(id.kind()).isEqualTo(LogicalKind.UUID));
        assertThat(command.schema().toString()).isEqualTo("""
                        {"type":"record","name":"ConfirmMoneyTransfer","namespace":"org.openbankmark.bank.events",\
                        "doc":"Asks the command handler to move money.","fields":[\
                        {"name":"id","type":{"type":"fixed","name":"Id","size":16,"logicalType":"uuid"}},\
                        {"name":"token","type":"string"},\
                        {"name":"amount","type":"long","doc":"in euro cents, above 0"},\
                        {"name":"from","type":"string"},{"name":"to","type":"string"},\
                        {"name":"description","type":"string"}]}""");
    }

    @Test
    void anEnvironmentChangesHowTopicsAreDeployed() throws Exception {
        Topology dev = TopologyLoader.load(BANK, Optional.of("dev"));

        assertThat(dev.topics())
                .allSatisfy(topic -> assertThat(topic.replicas()).isEqualTo(1));
    }
}
