package org.openbankmark.bank.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the script builds: beside a Maven and a Java that only say that they were called. */
class BankBuildTest {
    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-01T12:00:00Z"));
    private static final FileTime LATER = FileTime.from(Instant.parse("2026-01-01T13:00:00Z"));
    private static final int RUNS = 0;
    private static final int RUNS_NOT = 3;

    @TempDir
    private Path directory;

    @BeforeEach
    void buildABank() throws IOException {
        Path script = Files.copy(Project.ROOT.resolve("bank"), directory.resolve("bank"));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        file("bank-local/target/launcher/library.jar", BUILT);
        file("bank-local/target/bank-local-1.0.jar", BUILT);
        file("bank-services/target/bank-services.jar", BUILT);
        file("bank-graphql/target/endpoint/bank-graphql.jar", BUILT);
        file("sync-cli/target/sync-cli.jar", BUILT);
        for (String module : List.of(
                "topology-schema", "topology-model", "topology-runtime", "topology-graphql", "topology-maven-plugin")) {
            file(module + "/src/main/java/A.java", BUILT);
        }
        file("bank-topology/src/main/topology/topology.yaml", BUILT);
        file("frontend/src/main.ts", BUILT);
        file("pom.xml", BUILT);
        program("jdk/bin/javac", "exit 0");
        program("path/mvn", "echo maven builds");
    }

    @Test
    void aStartBuildsWhatIsNewerThanTheLastBuild() throws Exception {
        bankThat(RUNS_NOT);
        assertThat(bank("up")).isEqualTo("launcher: up\n");

        file("bank-services/src/main/java/A.java", LATER);

        assertThat(bank("up")).startsWith("Building;").endsWith("launcher: up\n");
    }

    @Test
    void aBankThatRunsKeepsTheJarsThatItRunsOn() throws Exception {
        bankThat(RUNS);
        file("bank-services/src/main/java/A.java", LATER);

        for (String command : List.of("up", "pace", "sync", "status", "load", "down")) {
            assertThat(bank(command)).isEqualTo("launcher: " + command + "\n");
        }
    }

    @Test
    void aBankThatRunsInAnotherDirectoryKeepsThemToo() throws Exception {
        bankThat(RUNS);
        Files.delete(directory.resolve(".bank/lock"));
        assertThat(bankIn("another", "up")).isEqualTo("launcher: up\n");
        file("another/lock", BUILT);
        file("bank-services/src/main/java/A.java", LATER);

        assertThat(bank("up")).isEqualTo("launcher: up\n");

        Files.delete(directory.resolve("another/lock"));
        assertThat(bank("up")).startsWith("Building;");
    }

    @Test
    void aLauncherThatCannotStartIsBuiltAnew() throws Exception {
        bankThat(RUNS);
        program("jdk/bin/java", "case \"$*\" in *-version) echo 'openjdk version \"17.0.1\"' >&2 ;; *) exit 1 ;; esac");
        file("bank-services/src/main/java/A.java", LATER);

        assertThat(bank("up")).startsWith("Building;");
    }

    @Test
    void whatIsMissingIsBuiltForAnyCommand() throws Exception {
        bankThat(RUNS_NOT);
        Files.delete(directory.resolve("sync-cli/target/sync-cli.jar"));

        assertThat(bank("status")).startsWith("Building;");
    }

    /** A launcher that ends as {@code status} does. */
    private void bankThat(int status) throws IOException {
        file(".bank/lock", BUILT);
        program("jdk/bin/java", """
            case "$*" in
              *-version) echo 'openjdk version "17.0.1"' >&2 ;;
              *launch.Main\\ status) echo 'launcher: status'; exit %d ;;
              *) for last in "$@"; do :; done; echo "launcher: $last" ;;
            esac
            """.formatted(status));
    }

    private void file(String path, FileTime time) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.setLastModifiedTime(Files.writeString(file, ""), time);
    }

    private void program(String path, String script) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    private String bank(String... arguments) throws IOException {
        return bankIn(".bank", arguments);
    }

    private String bankIn(String data, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(directory.resolve("bank").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("BANK_"));
        if (!data.equals(".bank")) {
            builder.environment().put("BANK_DIR", directory.resolve(data).toString());
        }
        builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        builder.environment().put("PATH", directory.resolve("path") + ":" + System.getenv("PATH"));
        Process process = builder.start();
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
