package org.openbankmark.bank.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.bank.local.process.Ports;

/** The script itself, as a user runs it. */
@Timeout(500)
class BankScriptTest {
    private static final List<String> PORTS = List.of(
            "BANK_KAFKA_PORT",
            "BANK_REGISTRY_PORT",
            "BANK_POSTGRES_PORT",
            "BANK_HEARTBEAT_PORT",
            "BANK_COMMAND_GENERATOR_PORT",
            "BANK_COMMAND_HANDLER_PORT",
            "BANK_GRAPHQL_PORT",
            "BANK_PACE_PORT");

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration LEISURE = Duration.ofMinutes(5);
    /** They are made at the least priority, for which the tests beside leave little: in the long form only. */
    private static final boolean WITH_ARCHIVES = Boolean.getBoolean("bank.archives");

    private final Map<String, String> environment = new TreeMap<>();

    @TempDir
    private Path directory;

    private record Said(int code, String out) {}

    @BeforeEach
    void choosePlaces() {
        List<Integer> ports = Ports.free(PORTS.size());
        for (int i = 0; i < PORTS.size(); i++) {
            environment.put(PORTS.get(i), ports.get(i).toString());
        }
        environment.put("BANK_DIR", directory.resolve("bank").toString());
        environment.put("BANK_CLASS_ARCHIVES", WITH_ARCHIVES ? "yes" : "no");
        // The quick compiler: services that run for half a minute do not get back what the other one costs.
        environment.put("BANK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1");
    }

    @AfterEach
    void stop() throws Exception {
        if (Files.exists(home().resolve("lock"))) {
            bank("down");
        }
    }

    @Test
    void theBankStartsWorksStopsAndGoesOnWithItsData() throws Exception {
        up();
        Said status = bank("status");
        assertThat(status.out()).contains("command-generator   up").contains("heartbeat           up");
        assertThat(status.code()).isZero();
        Said again = bank("up");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).contains("the bank runs already").contains("./bank down");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home().resolve("secrets.properties"))))
                .isEqualTo("rw-------");

        assertThat(bank("pace", "--batch-size", "20", "--wait-ms", "100").out())
                .isEqualTo("20 commands each 100 ms: 200.0 a second.\n");
        ServiceMetrics generator = new ServiceMetrics(environment.get("BANK_COMMAND_GENERATOR_PORT"));
        ServiceMetrics handler = new ServiceMetrics(environment.get("BANK_COMMAND_HANDLER_PORT"));
        Waiting.until("money moves", SOON, () -> handler.sum("bank_commands_total") > 200);
        Said tooMuch = bank("pace", "--batch-size", "20000");
        assertThat(tooMuch).isEqualTo(new Said(1, "bank: batch_size must be from 0 to 10000, not 20000\n"));
        String plan = directory.resolve("plan.json").toString();
        assertThat(bank("sync", "plan", "--out", plan).out()).contains("nothing to do");
        assertThat(bank("sync", "apply", plan)).extracting(Said::code).isEqualTo(0);
        assertThat(bank("sync", "--no-acls").out()).contains("nothing to do");
        assertThat(bank("logs", "heartbeat").out()).contains("the pace was set batch_size=20 wait_ms=100");
        assertThat(bank("clean", "--yes").out()).contains("Stop it first");

        assertThat(bank("pace", "--batch-size", "0").code()).isZero();
        Waiting.until(
                "all commands are handled",
                SOON,
                () -> handler.sum("bank_commands_total") == generator.sum("bank_generator_commands_total")
                        && handler.sum("bank_outbox_events") == 0);
        Map<String, Long> balances = balances();
        assertThat(balances).hasSizeGreaterThan(20);
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum()).isZero();

        Path archives = Project.ROOT.resolve("bank-local/target/archives");
        if (WITH_ARCHIVES) {
            Waiting.until("a later start has an archive of classes", LEISURE, () -> archivesIn(archives) > 0);
        }
        assertThat(bank("down").out()).contains("All is stopped.");
        assertThat(bank("status")).isEqualTo(new Said(3, "The bank does not run. Start it: ./bank up\n"));
        up();
        assertThat(balances()).isEqualTo(balances);
        aServiceThatDiesIsSeen();
        assertThat(bank("down").code()).isZero();
        assertThat(bank("clean", "--yes").code()).isZero();
        assertThat(home()).doesNotExist();
        if (WITH_ARCHIVES) {
            assertThat(archivesIn(archives)).isZero();
        }
    }

    @Test
    void aTakenPortIsToldWithWhoHasItAndHowToChooseAnother() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("BANK_REGISTRY_PORT", Integer.toString(taken.getLocalPort()));
            Said said = bank("up", "--detach");
            assertThat(said.code()).isEqualTo(1);
            assertThat(said.out())
                    .contains("the schema registry cannot listen on 127.0.0.1:" + taken.getLocalPort())
                    .contains("the port is in use by process "
                            + ProcessHandle.current().pid())
                    .contains("BANK_REGISTRY_PORT=");
        }
    }

    @Test
    void wrongUsageAndAWrongPortAreToldInOneLine() throws Exception {
        assertThat(bank("stauts"))
                .isEqualTo(new Said(
                        2,
                        "bank: Unmatched argument at index 0: 'stauts'; did you mean status? (see: ./bank --help)\n"));
        environment.put("BANK_PACE_PORT", "seventeen");
        assertThat(bank("up"))
                .isEqualTo(new Said(1, "bank: BANK_PACE_PORT must be a port from 1 to 65535, not 'seventeen'\n"));
    }

    @Test
    void aMissingOrOldJdkAndTooLittleDiskAreTold() throws Exception {
        environment.put("JAVA_HOME", directory.toString());
        assertThat(bank("up").out()).contains("there is no bin/java in it. Let it name a JDK 17 or newer.");

        program(directory.resolve("bin/java"), "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        assertThat(bank("up").out()).contains("is Java 11, and 17 or newer is needed");

        environment.put("JAVA_HOME", System.getProperty("java.home"));
        program(directory.resolve("df/df"), "printf 'a b c d e f\\n/dev/x 9 9 12 9 /\\n'");
        environment.put("PATH", directory.resolve("df") + ":" + System.getenv("PATH"));
        Said full = bank("up");
        assertThat(full.code()).isEqualTo(1);
        assertThat(full.out()).contains("only 12 MB are free").contains("Make room");
    }

    private void aServiceThatDiesIsSeen() throws Exception {
        String state = Files.readString(home().resolve("state.json"));
        long pid = Long.parseLong(
                state.substring(state.indexOf("\"heartbeat\"")).replaceAll("(?s).*?\"pid\" : (\\d+).*", "$1"));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        Waiting.until("the bank sees it", Duration.ofSeconds(20), () -> Files.readString(home().resolve("state.json"))
                .contains("ended with exit code 137"));
        Said status = bank("status");
        assertThat(status.code()).isEqualTo(1);
        assertThat(status.out()).contains("ended with exit code 137", "see: ./bank logs heartbeat");
    }

    private void up() throws Exception {
        Said up = bank("up", "--detach");
        assertThat(up.out()).contains("The bank is up after").contains("./bank pace");
        assertThat(up.code()).isZero();
    }

    /** As PostgreSQL has them, of the outside world too. */
    private Map<String, Long> balances() throws IOException, SQLException {
        Properties secrets = new Properties();
        try (InputStream in = Files.newInputStream(home().resolve("secrets.properties"))) {
            secrets.load(in);
        }
        Map<String, Long> balances = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + environment.get("BANK_POSTGRES_PORT") + "/bank",
                        "bank",
                        secrets.getProperty("bank.password"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT iban, balance FROM ledger.account")) {
            while (rows.next()) {
                balances.put(rows.getString(1), rows.getLong(2));
            }
        }
        return balances;
    }

    private static long archivesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jsa")).count();
        }
    }

    private Path home() {
        return directory.resolve("bank");
    }

    private static void program(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private Said bank(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(Project.ROOT.resolve("bank").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("KAFKA_") || name.startsWith("DB_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no end of " + command + ": " + out);
        }
        return new Said(process.exitValue(), out);
    }
}
