package org.openbankmark.topology.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void theCommandHasTheSettingsOfTheEnvironmentBeforeItAsAShellTakesThem() {
        Origin origin = Origin.of(
                "bench/run clients",
                "0123456789ab",
                Map.of(
                        "BENCH_JVM_OPTIONS", "-Xmx1g -Dit='s",
                        "BENCH_ROUNDS", "7",
                        "BENCH_BUILD", "no",
                        "BENCH_MAVEN_OPTIONS", "--offline"));

        assertThat(origin.command())
                .isEqualTo("BENCH_ROUNDS=7 BENCH_BUILD=no BENCH_JVM_OPTIONS='-Xmx1g -Dit='\\''s' bench/run clients");
    }

    @Test
    void isAVariantWithArgumentsJvmOptionsOrFewerRounds() {
        assertThat(Origin.of("bench/run load idle", "v", Map.of()).variant()).containsExactly("with arguments");
        assertThat(Origin.of("bench/run load", "v", Map.of("BENCH_JVM_OPTIONS", "-Xint", "BENCH_ROUNDS", "4"))
                        .variant())
                .containsExactly("with JVM options", "fewer than 5 rounds");
        assertThat(Origin.of(
                                "bench/run settings",
                                "v",
                                Map.of(
                                        "BENCH_SECONDS", "10",
                                        "BENCH_LOOPS", "20",
                                        "BENCH_BUILD", "no",
                                        "BANK_JAVA_OPTIONS", "-Xint"))
                        .variant())
                .containsExactly(
                        "with JVM options of the bank", "of an earlier build", "of other loops", "of other seconds");
    }

    @Test
    void optionsThatJvmsAndMavenTakeByThemselvesAreToldByTheirNames() {
        Origin origin = Origin.of(
                "bench/run generate 1000",
                "v",
                Map.of("MAVEN_OPTS", "-Djavax.net.ssl.keyStorePassword=hidden", "JAVA_TOOL_OPTIONS", "-Xint"));

        assertThat(origin.variant()).containsExactly("with JAVA_TOOL_OPTIONS", "with MAVEN_OPTS");
        assertThat(origin.command()).isEqualTo("bench/run generate 1000");
    }

    @Test
    void isNoneWithMoreRoundsOrWhereArgumentsChooseFilesThatAreWhole() {
        assertThat(Origin.of("bench/run load", "v", Map.of("BENCH_ROUNDS", "7", "BENCH_JVM_OPTIONS", ""))
                        .variant())
                .isEmpty();
        assertThat(Origin.of("bench/run codec balance_changed", "v", Map.of()).variant())
                .isEmpty();
        assertThat(Origin.of("bench/run load closed", "v", Map.of()).variant()).isEmpty();
        assertThat(Origin.of("bench/run generate 10 100", "v", Map.of("BENCH_MAVEN_OPTIONS", "--offline"))
                        .variant())
                .isEmpty();
    }
}
