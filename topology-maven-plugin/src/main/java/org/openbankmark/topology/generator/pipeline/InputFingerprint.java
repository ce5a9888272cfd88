package org.openbankmark.topology.generator.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.openbankmark.topology.generator.output.Digest;

/** A digest over all that decides what is generated: the contents of the inputs, the configuration, the generator's version. */
final class InputFingerprint {

    private InputFingerprint() {}

    /**
     * The digest for a request.
     *
     * @param inputs files, which count by their content, and directories in which files were looked for, which count by
     *     the names in them; one that is not there counts as such
     */
    static String of(GenerationRequest request, List<Path> inputs) throws IOException {
        Digest digest = new Digest();
        digest.add(request.generatorVersion());
        digest.add(request.environment().map(name -> "environment " + name).orElse("no environment"));
        digest.add(new TreeSet<>(request.parts()).toString());
        Path base = request.topologyFile().getParent();
        for (Path input : inputs) {
            Path absolute = input.toAbsolutePath().normalize();
            digest.add(
                    base != null && absolute.startsWith(base)
                            ? base.relativize(absolute).toString()
                            : absolute.toString());
            if (Files.isDirectory(absolute)) {
                digest.add(names(absolute));
            } else if (Files.isReadable(absolute)) {
                digest.add(Files.readAllBytes(absolute));
            } else {
                digest.add("missing");
            }
        }
        return digest.hex();
    }

    private static String names(Path directory) throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        }
        return String.join("/", names);
    }
}
