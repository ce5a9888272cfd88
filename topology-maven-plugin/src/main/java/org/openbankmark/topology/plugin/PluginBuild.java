package org.openbankmark.topology.plugin;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.CodeSource;
import java.util.stream.Stream;

/**
 * Tells builds of this plugin apart that have one version. A release is what its version says; a snapshot changes from day to
 * day, and what it generates with it.
 */
final class PluginBuild {

    private PluginBuild() {}

    /** A text that differs where the plugin's code may differ. */
    static String identity(String version) throws IOException {
        if (!version.endsWith("-SNAPSHOT")) {
            return "release";
        }
        CodeSource source = PluginBuild.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "unknown";
        }
        try {
            Path place = Path.of(source.getLocation().toURI());
            return "of " + (Files.isDirectory(place) ? newest(place) : Files.getLastModifiedTime(place));
        } catch (URISyntaxException e) {
            throw new IOException("the plugin was loaded from " + source.getLocation(), e);
        }
    }

    /** In the build of the plugin itself, where it is not packed yet. */
    private static FileTime newest(Path directory) throws IOException {
        FileTime newest = FileTime.fromMillis(0);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.toList()) {
                FileTime time = Files.getLastModifiedTime(file);
                newest = time.compareTo(newest) > 0 ? time : newest;
            }
        }
        return newest;
    }
}
