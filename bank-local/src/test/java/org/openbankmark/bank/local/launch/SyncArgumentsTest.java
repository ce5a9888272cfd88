package org.openbankmark.bank.local.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What sync-cli gets of what follows ./bank sync. */
class SyncArgumentsTest {
    private static final Path FILE = Path.of("/bank/topology.yaml");

    @Test
    void allIsPassedOnInItsOrder() {
        for (List<String> given : List.of(
                List.of("plan", "--out", "plan.json", "--fail-on-changes"),
                List.of("--no-acls"),
                List.of("apply", "--allow-delete=old_*,carts", "--max-deletes", "9", "-v"),
                List.of("-f", "my.yaml", "plan.json"),
                List.of("--help"),
                List.<String>of())) {
            assertThat(parsed(given)).isEqualTo(given);
        }
    }

    @Test
    void optionsAloneAreThoseOfApply() {
        assertThat(arguments()).containsExactly("apply", "-f", "/bank/topology.yaml");
        assertThat(arguments("--no-acls")).containsExactly("apply", "--no-acls", "-f", "/bank/topology.yaml");
    }

    @Test
    void commandsGetTheBanksFileWhereTheyTakeOneAndNameNone() {
        assertThat(arguments("plan", "--out", "plan.json"))
                .containsExactly("plan", "--out", "plan.json", "-f", "/bank/topology.yaml");
        assertThat(arguments("verify")).containsExactly("verify", "-f", "/bank/topology.yaml");
        for (List<String> complete : List.of(
                List.of("plan", "-f", "my.yaml"),
                List.of("plan", "-fmy.yaml"),
                List.of("validate", "--file", "my.yaml"),
                List.of("validate", "--file=my.yaml"),
                List.of("verify", "--jar", "service.jar"),
                List.of("apply", "plan.json"),
                List.of("export", "--force"),
                List.of("help", "plan"),
                List.of("--help"),
                List.of("--version"))) {
            assertThat(SyncArguments.of(complete, FILE)).isEqualTo(complete);
        }
    }

    @Test
    void aCommandBehindAnOptionIsRefused() {
        assertThatThrownBy(() -> arguments("--no-acls", "plan"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("./bank sync plan");
    }

    private static List<String> arguments(String... given) {
        return SyncArguments.of(List.of(given), FILE);
    }

    private static List<String> parsed(List<String> given) {
        Path nowhere = Path.of("nowhere");
        CommandLine line = new CommandLine(new BankCommand(new Installation(nowhere, nowhere)));
        line.parseArgs(Stream.concat(Stream.of("sync"), given.stream()).toArray(String[]::new));
        SyncCommand sync = line.getSubcommands().get("sync").getCommand();
        return sync.given();
    }
}
