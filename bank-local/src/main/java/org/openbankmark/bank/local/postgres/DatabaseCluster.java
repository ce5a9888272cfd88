package org.openbankmark.bank.local.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.local.process.DataDirectory;
import org.openbankmark.bank.local.process.LogTail;
import org.openbankmark.bank.local.process.ServerStartException;

/** Makes the files of a new server (PostgreSQL calls them a database cluster). */
record DatabaseCluster(
        PostgresPrograms programs, Path log, @Nullable String password) {
    /** Makes them under another name first: what is there under the right one is whole, even after a kill in between. */
    void create(Path directory) throws IOException {
        Path partial = directory.resolveSibling("data.partial");
        DataDirectory.removeTree(partial);
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + partial,
                "--username=" + PostgresServer.USER,
                "--encoding=UTF8",
                "--locale=C",
                // Flushed by the first checkpoint anyway.
                "--no-sync"));
        Path passwordFile = null;
        if (password == null) {
            arguments.add("--auth=trust");
        } else {
            passwordFile = passwordFile(directory, password);
            arguments.addAll(List.of("--auth=scram-sha-256", "--pwfile=" + passwordFile));
        }
        try {
            run(programs.command("initdb", arguments));
        } finally {
            if (passwordFile != null) {
                Files.delete(passwordFile);
            }
        }
        Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Made for its owner alone before anything is in it. */
    private static Path passwordFile(Path directory, String password) throws IOException {
        Path file = Files.createTempFile(directory.toAbsolutePath().getParent(), "password", "");
        return Files.writeString(file, password);
    }

    private void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new ServerStartException("PostgreSQL could not make its files. " + LogTail.of(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ServerStartException("interrupted while PostgreSQL made its files", e);
        }
    }
}
