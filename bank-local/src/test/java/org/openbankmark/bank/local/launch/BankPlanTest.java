package org.openbankmark.bank.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BankPlanTest {
    @Test
    void allIsStartedHereUnlessTheEnvironmentNamesServers() {
        BankPlan plan = BankPlan.of(Map.of(), 3);

        assertThat(plan.brokers()).isEqualTo("127.0.0.1:9092,127.0.0.1:9093,127.0.0.1:9094");
        assertThat(plan.externalDatabase()).isNull();
        assertThat(plan.wantedPorts())
                .extracting(BankPlan.WantedPort::port)
                .contains(9092, 9093, 9094, 8081, 15_432, 8181);
    }

    @Test
    void optionsForServicesAreWords() {
        assertThat(BankPlan.of(Map.of(), 1).serviceJvmOptions()).isEmpty();
        assertThat(BankPlan.of(Map.of("BANK_JAVA_OPTIONS", " -Xmx1g  -Da=b "), 1)
                        .serviceJvmOptions())
                .containsExactly("-Xmx1g", "-Da=b");
    }

    @Test
    void serversOfTheUserAreShownAsServicesReachThemAndNeedNoPortHere() {
        BankPlan plan = BankPlan.of(
                Map.of(
                        "KAFKA_BROKERS", "kafka.example:9092",
                        "SCHEMA_REGISTRY_URL", "https://registry.example",
                        "DB_HOSTNAME", "db.example",
                        "DB_PORT", "6432",
                        "DB_NAME", "money"),
                1);

        assertThat(plan.brokers()).isEqualTo("kafka.example:9092");
        assertThat(plan.registry()).isEqualTo("https://registry.example");
        assertThat(plan.externalDatabase()).isEqualTo("db.example:6432/money");
        assertThat(plan.wantedPorts())
                .extracting(BankPlan.WantedPort::port)
                .doesNotContain(9092, 8081, 15_432)
                .contains(8181);
    }

    @Test
    void theServicesOwnDefaultsHoldForADatabase() {
        assertThat(BankPlan.of(Map.of("DB_HOSTNAME", "db.example"), 1).externalDatabase())
                .isEqualTo("db.example:5432/bank");
    }

    @Test
    void archivesOfClassesCanBeDoneWithout() {
        assertThat(BankPlan.of(Map.of(), 1).classArchives()).isTrue();
        assertThat(BankPlan.of(Map.of("BANK_CLASS_ARCHIVES", "no"), 1).classArchives())
                .isFalse();
        assertThatThrownBy(() -> BankPlan.of(Map.of("BANK_CLASS_ARCHIVES", "never"), 1))
                .isInstanceOf(LaunchException.class)
                .hasMessage("BANK_CLASS_ARCHIVES must be yes or no, not 'never'");
    }

    @Test
    void whatIsNoPortIsRefusedByTheNameOfItsVariable() {
        assertThatThrownBy(() -> BankPlan.of(Map.of("BANK_KAFKA_PORT", "70000"), 1))
                .isInstanceOf(LaunchException.class)
                .hasMessage("BANK_KAFKA_PORT must be a port from 1 to 65535, not '70000'");
    }
}
