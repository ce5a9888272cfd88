package org.openbankmark.bank.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** sync-cli as a process, as in somebody's pipeline. */
final class SyncCli {
    private SyncCli() {}

    /** Makes the bank's topics and schemas; what it said stands in the directory. */
    static void applyBank(String brokers, String registry, Path directory) throws Exception {
        int exit = new ProcessBuilder(
                        Project.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        Project.jar("sync-cli/target/sync-cli.jar").toString(),
                        "apply",
                        "-f",
                        Project.ROOT
                                .resolve("bank-topology/src/main/topology/topology.yaml")
                                .toString(),
                        "-b",
                        brokers,
                        "-r",
                        registry)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("sync.log").toFile())
                .start()
                .waitFor();
        assertThat(exit).isZero();
    }
}
