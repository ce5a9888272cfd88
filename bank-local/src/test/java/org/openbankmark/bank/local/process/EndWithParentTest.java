package org.openbankmark.bank.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class EndWithParentTest {
    @TempDir
    private Path temporary;

    @Test
    void allServersEndWhenTheirParentIsKilledAndTheNextStartRemovesTheirDirectories() throws Exception {
        Process parent = parent();
        List<Long> servers = pids(parent);
        assertThat(servers).hasSize(3);
        for (long server : servers) {
            assertThat(RunningProcess.is(server)).isTrue();
        }

        parent.destroyForcibly().waitFor();

        awaitEnd(servers);
        assertThat(directories()).hasSize(3);
        Process next = parent("end");
        List<Long> ended = pids(next);
        assertThat(next.waitFor()).isZero();
        awaitEnd(ended);
        // Neither of its own nor of the one that was killed.
        assertThat(directories()).isEmpty();
    }

    private Process parent(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                DoomedParent.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectError(temporary.resolve("parent.log").toFile())
                .start();
    }

    private List<Long> pids(Process parent) throws IOException {
        BufferedReader output = parent.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("pids ")) {
                return Stream.of(line.substring(5).split(" "))
                        .map(Long::valueOf)
                        .toList();
            }
        }
        throw new AssertionError("the parent died: " + Files.readString(temporary.resolve("parent.log")));
    }

    private static void awaitEnd(List<Long> servers) throws Exception {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        for (long server : servers) {
            while (RunningProcess.is(server)) {
                assertThat(System.nanoTime())
                        .as("process %s still runs", server)
                        .isLessThan(limit);
                Thread.sleep(20);
            }
        }
    }

    private List<Path> directories() throws IOException {
        try (Stream<Path> entries = Files.list(temporary)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("bank-local-"))
                    .toList();
        }
    }
}
