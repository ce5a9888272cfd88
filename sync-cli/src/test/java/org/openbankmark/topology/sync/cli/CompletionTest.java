package org.openbankmark.topology.sync.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell and a reader of --help get. */
class CompletionTest {
    @TempDir
    private Path directory;

    private final Cli cli = new Cli(Map.of());

    /** What bash offers after these words; the last one is being typed. */
    private String offers(String... words) throws Exception {
        Path script = Files.writeString(
                directory.resolve("completion"), cli.run("generate-completion").out());
        // Only a real completion has the builtin compopt.
        String line = "compopt() { :; }; source " + script + "\nCOMP_WORDS=(" + String.join(" ", words)
                + ")\nCOMP_CWORD=" + (words.length - 1) + "\n_complete_sync-cli\necho \"${COMPREPLY[@]}\"\n";
        Process bash =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        String offered = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(offered).isZero();
        return offered.strip();
    }

    @Test
    void bashCompletesCommandsOptionsAndValues() throws Exception {
        assertThat(offers("sync-cli", "pl")).isEqualTo("plan");
        assertThat(offers("sync-cli", "plan", "--fail")).isEqualTo("--fail-on-changes");
        assertThat(offers("sync-cli", "apply", "--allow-r")).isEqualTo("--allow-repartition");
        assertThat(offers("sync-cli", "plan", "-o", "j")).isEqualTo("json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"validate", "plan", "apply", "export", "verify"})
    void helpOfEachCommandFitsAScreenAndNamesItsExitCodes(String command) {
        Cli.Ran ran = cli.run(command, "--help");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("Usage: sync-cli " + command)
                .contains("Exits 0")
                .contains("Example");
        assertThat(ran.out().lines())
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(80));
    }
}
