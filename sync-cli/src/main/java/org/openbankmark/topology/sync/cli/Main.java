package org.openbankmark.topology.sync.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Where the process starts. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String... arguments) {
        // Before anything logs: a tool is quiet, and what it does say goes to stderr.
        List<String> given = Arrays.asList(arguments);
        boolean verbose = given.contains("--verbose") || given.contains("-v");
        System.setProperty("org.slf4j.simpleLogger.logFile", "System.err");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", verbose ? "info" : "off");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        // The JDK keeps five connections to a server, and would open all others anew for each question.
        System.setProperty("http.maxConnections", Integer.toString(Session.REGISTRY_WIDTH));
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = SyncCli.run(new Surroundings(out, err, System.getenv(), Terminal.isThere()), arguments);
        out.flush();
        // Threads of Kafka's client may linger; what is to be said is said.
        Runtime.getRuntime().halt(code);
    }
}
