package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bin/sync-cli starts, with a java that only tells how it was called. */
class LauncherTest {
    @TempDir
    private Path directory;

    private Path launcher;
    private Path cache;

    @BeforeEach
    void install() throws Exception {
        Path bin = Files.createDirectories(directory.resolve("some where"));
        launcher = Files.copy(Path.of("bin/sync-cli"), bin.resolve("sync-cli"));
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        Files.writeString(bin.resolve("sync-cli.jar"), "jar");
        cache = directory.resolve("cache");
        Path java = Files.createDirectories(directory.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, """
                #!/usr/bin/env bash
                for argument; do
                  echo "[$argument]"
                  case $argument in -XX:ArchiveClassesAtExit=*) echo classes > "${argument#*=}" ;; esac
                done
                exit "${CODE:-0}"
                """);
        assertThat(java.toFile().setExecutable(true)).isTrue();
    }

    private record Ran(int code, String out) {}

    private Ran run(String code, String cacheFolder, String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(line).redirectErrorStream(true);
        process.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        process.environment().put("SYNC_CLI_CACHE", cacheFolder);
        process.environment().put("CODE", code);
        Process started = process.start();
        String out = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(started.waitFor(), out);
    }

    private List<Path> archives() throws Exception {
        if (!Files.exists(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    @Test
    void theFirstPlanLeavesAnArchiveFromWhichLaterCommandsStart() throws Exception {
        Ran first = run("0", cache.toString(), "plan", "-f", "a b.yaml");
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .contains("-XX:ArchiveClassesAtExit=")
                .endsWith("[-jar]\n[" + launcher + ".jar]\n[plan]\n[-f]\n[a b.yaml]\n");
        assertThat(archives()).singleElement().asString().endsWith(".jsa");

        Ran second = run("3", cache.toString(), "verify");
        assertThat(second.code()).isEqualTo(3);
        assertThat(second.out())
                .contains("[-XX:SharedArchiveFile=" + archives().get(0) + "]")
                .doesNotContain("ArchiveClassesAtExit");
    }

    @Test
    void aPlanThatFailsLeavesNothingAndGivesItsExitCode() throws Exception {
        assertThat(run("1", cache.toString(), "plan").code()).isEqualTo(1);
        assertThat(archives()).isEmpty();
    }

    @Test
    void anotherJarGetsAnotherArchive() throws Exception {
        run("0", cache.toString(), "apply");
        Files.writeString(launcher.resolveSibling("sync-cli.jar"), "newer jar");
        assertThat(run("0", cache.toString(), "--help").out()).doesNotContain("SharedArchiveFile");
        run("0", cache.toString(), "apply");
        assertThat(archives()).hasSize(2);
    }

    @Test
    void nothingIsKeptWhereNothingMayBe() throws Exception {
        assertThat(run("0", "", "plan").out()).doesNotContain("Archive").contains("[plan]");
        assertThat(run("0", "/proc/none", "plan").out())
                .doesNotContain("Archive")
                .contains("[plan]");
    }

    @Test
    void aMissingJarIsOneLine() throws Exception {
        Files.delete(launcher.resolveSibling("sync-cli.jar"));
        Ran ran = run("0", "", "plan");
        assertThat(ran.code()).isEqualTo(ExitCode.ERROR);
        assertThat(ran.out().strip().lines()).hasSize(1);
        assertThat(ran.out()).contains("there is no sync-cli.jar").contains("mvn package");
    }
}
