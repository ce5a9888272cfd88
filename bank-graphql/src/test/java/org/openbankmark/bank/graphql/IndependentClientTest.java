package org.openbankmark.bank.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbankmark.bank.graphql.bank.BankExtension;
import org.openbankmark.bank.graphql.bank.RunningBank;

/** The six operations by the npm package graphql-ws; what it asserts is in originals.mjs. */
@ExtendWith(BankExtension.class)
class IndependentClientTest {

    @Test
    void theNpmPackageFindsAllAsItMustBe(RunningBank bank) throws Exception {
        Path log = Path.of("target", "logs", "originals.log");
        Process node = new ProcessBuilder(
                        "node",
                        "src/test/node/originals.mjs",
                        bank.endpoint().at("").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(node.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            node.destroyForcibly();
        }
    }
}
