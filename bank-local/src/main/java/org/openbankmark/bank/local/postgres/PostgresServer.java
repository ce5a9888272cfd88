package org.openbankmark.bank.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.local.process.DataDirectory;
import org.openbankmark.bank.local.process.EndOfJvm;
import org.openbankmark.bank.local.process.Launch;
import org.openbankmark.bank.local.process.Loopback;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.process.ServerProcess;
import org.openbankmark.bank.local.process.ServerStartException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL on the loopback interface. User {@value #USER}, no password unless its options name one. What was committed survives a kill. Its
 * processes end with this JVM, however that ends. Safe for use by several threads.
 */
public final class PostgresServer implements AutoCloseable {
    /** The user that may do all. */
    public static final String USER = "postgres";

    private static final String NAME = "PostgreSQL";
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final int port;
    private final PostgresOptions options;
    private final DataDirectory data;
    private final EndOfJvm endOfJvm;
    private @Nullable ServerProcess process;
    private @Nullable ParentWatch watch;

    private PostgresServer(int port, PostgresOptions options, DataDirectory data) {
        this.port = port;
        this.options = options;
        this.data = data;
        this.endOfJvm = EndOfJvm.runs(this::end);
    }

    /**
     * Starts a server.
     *
     * @throws ServerStartException when it cannot: why, and the end of its log; nothing is left running
     */
    public static PostgresServer start(PostgresOptions options) {
        int port = options.port() == 0 ? Ports.free(1).get(0) : options.port();
        PostgresServer server = new PostgresServer(port, options, DataDirectory.of(options.directory(), "postgres"));
        try {
            server.start();
            return server;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** The JDBC address of a database, for {@link #USER}. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=" + USER;
    }

    /** Connections to a database; not pooled. */
    public DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        if (options.password() != null) {
            source.setPassword(options.password());
        }
        return source;
    }

    /** Makes an empty database. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = dataSource(USER).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
        }
    }

    /** The file that takes the server's log, over all its starts. */
    public Path log() {
        return data.path().resolve("postgres.log");
    }

    /** Whether its process runs. */
    public synchronized boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** The operating system's number of its main process. */
    public synchronized long pid() {
        if (process == null) {
            throw new IllegalStateException(NAME + " was not started");
        }
        return process.pid();
    }

    /**
     * Starts the server again, on the same port and data. Nothing happens where it runs already.
     *
     * @throws ServerStartException when it cannot, with the reason
     */
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        Ports.requireFree(NAME, port);
        Path cluster = data.path().resolve("data");
        try {
            PostgresPrograms programs = PostgresPrograms.unpacked();
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                new DatabaseCluster(programs, log(), options.password()).create(cluster);
            }
            ServerProcess started =
                    ServerProcess.start(new Launch(NAME, programs.command("postgres", arguments(cluster)), log()));
            process = started;
            watch = ParentWatch.over(started.pid());
            started.awaitReady(() -> Loopback.accepts(port) && answers(), options.startLimit());
        } catch (IOException e) {
            throw new ServerStartException(NAME + " could not be started: " + e.getMessage(), e);
        }
    }

    /** Stops the server in order, cutting its connections (PostgreSQL's "fast" shutdown). Killed after 20 s. */
    public synchronized void stop() {
        unwatch();
        if (process != null) {
            process.signal("INT");
            process.stop(STOP_LIMIT);
        }
    }

    /**
     * Kills the server as a power cut would: SIGKILL of its main process, which the others follow by themselves. Returns when they
     * have, for until then their shared memory keeps another start from the data; killed, too, after 20 s.
     */
    public synchronized void kill() {
        unwatch();
        if (process == null) {
            return;
        }
        List<ProcessHandle> others = ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .toList();
        process.kill();
        CompletableFuture<?> gone = CompletableFuture.allOf(
                others.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            gone.orTimeout(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException late) {
            others.forEach(ProcessHandle::destroyForcibly);
            others.forEach(other -> other.onExit().join());
        }
    }

    /** Stops the server, and removes a temporary directory. */
    @Override
    public void close() {
        endOfJvm.cancel();
        end();
    }

    private void end() {
        stop();
        data.close();
    }

    private void unwatch() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private boolean answers() throws SQLException {
        try (Connection connection = dataSource(USER).getConnection()) {
            return connection.isValid(1);
        }
    }

    private List<String> arguments(Path cluster) {
        Map<String, String> settings = new TreeMap<>(options.settings());
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        List<String> arguments = new ArrayList<>(List.of("-D", cluster.toString(), "-p", Integer.toString(port)));
        settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return arguments;
    }
}
