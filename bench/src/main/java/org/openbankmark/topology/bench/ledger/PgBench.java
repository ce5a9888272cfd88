package org.openbankmark.topology.bench.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own benchmark program, one transfer in each transaction by the handler's statements.
 *
 * @param program of pgbench
 * @param script with the accounts' numbers in it
 */
record PgBench(Path program, Path script, int port, String user, String database) {
    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");

    /** Writes the script into a directory. */
    static PgBench of(SeededAccounts accounts, Path directory, int port, String user, String database)
            throws IOException {
        try (InputStream in = Objects.requireNonNull(PgBench.class.getResourceAsStream("transfer.pgbench"))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("ACCOUNTS_BUT_TWO", Integer.toString(accounts.count() - 2))
                    .replace("ACCOUNTS", Integer.toString(accounts.count()))
                    .replace("FIRST_ID", Long.toString(accounts.firstId()))
                    .replace("FIRST_DIGITS", Long.toString(SeededAccounts.FIRST_DIGITS))
                    .replace("DIGITS_APART", Integer.toString(SeededAccounts.DIGITS_APART))
                    .replace("PREFIX", SeededAccounts.PREFIX);
            Path script = Files.writeString(directory.resolve("transfer.pgbench"), text);
            return new PgBench(find(), script, port, user, database);
        }
    }

    /** Transactions a second, of so many connections at once. */
    double run(int connections, int seconds) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(program.toString(), "--no-vacuum", "--protocol=prepared"));
        line.addAll(List.of("--client=" + connections, "--jobs=" + Math.min(2, connections), "--time=" + seconds));
        line.addAll(List.of("--file=" + script, "--host=127.0.0.1", "--port=" + port, "--username=" + user, database));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IOException("pgbench failed: " + line + "\n" + output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Path find() throws IOException {
        List<Path> places = new ArrayList<>();
        for (String directory : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            places.add(Path.of(directory, "pgbench"));
        }
        if (Files.isDirectory(DEBIAN)) {
            try (DirectoryStream<Path> versions = Files.newDirectoryStream(DEBIAN)) {
                TreeSet<Path> sorted = new TreeSet<>();
                versions.forEach(sorted::add);
                sorted.descendingSet().forEach(version -> places.add(version.resolve("bin/pgbench")));
            }
        }
        return places.stream()
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IOException(
                                "there is no pgbench here, to measure beside. On Debian and Ubuntu: apt-get install"
                                        + " postgresql-contrib; elsewhere it comes with PostgreSQL. Then it must be on the PATH."));
    }
}
