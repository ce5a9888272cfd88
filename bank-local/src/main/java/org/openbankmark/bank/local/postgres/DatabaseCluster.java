package org.openbankmark.bank.local.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.openbankmark.bank.local.process.DataDirectory;
import org.openbankmark.bank.local.process.LogTail;
import org.openbankmark.bank.local.process.ServerStartException;

/** Makes the files of a new server (PostgreSQL calls them a database cluster). */
record DatabaseCluster(PostgresPrograms programs, Path log) {
    /** Makes them under another name first: what is there under the right one is whole, even after a kill in between. */
    void create(Path directory) throws IOException {
        Path partial = directory.resolveSibling("data.partial");
        DataDirectory.removeTree(partial);
        List<String> command = programs.command(
                "initdb",
                List.of(
                        "--pgdata=" + partial,
                        "--username=" + PostgresServer.USER,
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale=C",
                        // Flushed by the first checkpoint anyway.
                        "--no-sync"));
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
        Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
    }
}
