package org.openbankmark.bank.local.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * Where the servers' own program files are. The build of bank-local puts them into {@code target/servers}; they are found
 * beside the classes or the jar this class was loaded from, or in the directory that the system property
 * {@value #PROPERTY} names.
 */
public final class ServerFiles {
    /** System property that names a directory to use in place of {@code bank-local/target/servers}. */
    public static final String PROPERTY = "bank.local.servers";

    private ServerFiles() {}

    /**
     * The directory of one server's files.
     *
     * @throws ServerStartException where there is none, with how to get it
     */
    public static Path of(String server) {
        Path directory = root().resolve(server);
        if (!Files.isDirectory(directory)) {
            throw new ServerStartException("there are no server files in " + directory
                    + ": build them with 'mvn -pl bank-local generate-resources', or name their directory with -D"
                    + PROPERTY);
        }
        return directory;
    }

    /** The directory of all servers' files. */
    public static Path root() {
        String named = System.getProperty(PROPERTY);
        return named != null ? Path.of(named) : ownClasses().resolveSibling("servers");
    }

    /** The directory or jar that holds this module's classes. */
    static Path ownClasses() {
        CodeSource source = ServerFiles.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("not a file: " + source.getLocation(), e);
        }
    }
}
