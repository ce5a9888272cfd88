package org.openbankmark.bank.local.launch;

import java.nio.file.Path;
import java.util.Map;

/**
 * The directories of this bank.
 *
 * @param root of the project, where the jars were built
 * @param home of data, logs, passwords and state: {@code .bank}, or what BANK_DIR names
 */
record Installation(Path root, Path home) {

    static Installation of(Path root, Map<String, String> environment) {
        String named = environment.get("BANK_DIR");
        Path home = named == null || named.isBlank() ? root.resolve(".bank") : Path.of(named);
        return new Installation(
                root.toAbsolutePath().normalize(), home.toAbsolutePath().normalize());
    }

    Path topology() {
        return root.resolve("bank-topology/src/main/topology/topology.yaml");
    }

    Path syncCli() {
        return root.resolve("sync-cli/target/sync-cli.jar");
    }

    /** Of this build's classes, so that JVMs start faster; gone with the build, too. */
    Path archives() {
        return root.resolve("bank-local/target/archives");
    }

    /** What the bank as a whole says, from its last start on. */
    Path bankLog() {
        return logs().resolve("bank.log");
    }

    Path logs() {
        return home.resolve("logs");
    }

    Path data() {
        return home.resolve("data");
    }

    Path secrets() {
        return home.resolve("secrets.properties");
    }

    /** The employee's password, for people to read. */
    Path employeePassword() {
        return home.resolve("employee-password");
    }

    /** What the load test measured; not there before its first run. */
    Path loadResults() {
        return home.resolve("load/results.json");
    }

    /** How many brokers the data were made for. */
    Path brokers() {
        return data().resolve("brokers");
    }

    Path state() {
        return home.resolve("state.json");
    }

    /** Held by the bank that runs, and by nobody else. */
    Path lock() {
        return home.resolve("lock");
    }
}
