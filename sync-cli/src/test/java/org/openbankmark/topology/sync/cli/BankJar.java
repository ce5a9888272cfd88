package org.openbankmark.topology.sync.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The bank's generated code as a jar, as the plugin made it. */
final class BankJar {
    private static final String DESCRIPTION = "META-INF/topology/bank.json";

    private BankJar() {}

    /** The jar on the class path; where a build that stops before packaging has only its classes, these as a jar. */
    static Path in(Path directory) throws IOException, URISyntaxException {
        URL found = BankJar.class.getClassLoader().getResource(DESCRIPTION);
        if (found == null) {
            throw new IllegalStateException("bank-topology is not on the class path");
        }
        if (found.openConnection() instanceof JarURLConnection jar) {
            return Path.of(jar.getJarFileURL().toURI());
        }
        Path classes = Path.of(found.toURI());
        for (int i = 0; i < Path.of(DESCRIPTION).getNameCount(); i++) {
            classes = classes.getParent();
        }
        return zipped(classes, directory.resolve("bank.jar"));
    }

    private static Path zipped(Path classes, Path jar) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(classes)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files) {
                zip.putNextEntry(
                        new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return jar;
    }
}
