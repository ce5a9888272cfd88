package org.openbankmark.topology.generator.pipeline;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.openbankmark.topology.generator.output.Basis;
import org.openbankmark.topology.generator.output.Digest;
import org.openbankmark.topology.generator.output.Input;

/** What the files of a request are made from: configuration, generator, and the contents of its inputs. */
final class RequestBasis {

    private RequestBasis() {}

    /**
     * The basis of files that were made from these inputs.
     *
     * @param started when reading began, milliseconds since 1970; an input that was changed since then may not be what was read
     */
    static Basis of(GenerationRequest request, List<Path> paths, long started) throws IOException {
        List<Input> inputs = new ArrayList<>();
        boolean sure = true;
        for (Path path : paths) {
            Input input = Input.at(path.toAbsolutePath().normalize());
            inputs.add(input);
            sure &= !input.isChangedSince(started);
        }
        return new Basis(configuration(request), sure ? contents(inputs) : "", inputs);
    }

    /**
     * Whether files of that basis are what the request asks for. An input of the same size and time, to the nanosecond, is not
     * read again, nor one of another size.
     */
    static boolean isSame(GenerationRequest request, Basis basis) throws IOException {
        return basis.configuration().equals(configuration(request)) && isUnchanged(basis);
    }

    /** Whether what was made from that basis, for whatever request, would be made anew now. */
    static boolean isOutdated(GenerationRequest request, Basis basis) throws IOException {
        return !basis.configuration().startsWith(line(generator(request))) || !isUnchanged(basis);
    }

    private static boolean isUnchanged(Basis basis) throws IOException {
        if (basis.contents().isEmpty()) {
            return false;
        }
        boolean same = true;
        for (Input input : basis.inputs()) {
            Input now = Input.at(input.path());
            if (now.size() != input.size() && !Files.isDirectory(input.path())) {
                return false;
            }
            same &= now.isAs(input);
        }
        return same || contents(basis.inputs()).equals(basis.contents());
    }

    /** All that decides what is generated but the inputs, on one line. */
    static String configuration(GenerationRequest request) {
        return line(generator(request) + new TreeSet<>(request.parts()) + " "
                + request.environment().map(name -> "environment " + name).orElse("no environment"));
    }

    private static String generator(GenerationRequest request) {
        return request.generatorVersion() + " " + request.generatorBuild() + " ";
    }

    private static String line(String text) {
        StringBuilder line = new StringBuilder(text);
        for (int i = 0; i < line.length(); i++) {
            if (Character.isISOControl(line.charAt(i))) {
                line.setCharAt(i, '?');
            }
        }
        return line.toString();
    }

    /** Files count by their content, folders by the names in them. */
    private static String contents(List<Input> inputs) throws IOException {
        Digest digest = new Digest();
        for (Input input : inputs) {
            if (Files.isDirectory(input.path())) {
                digest.add(names(input.path()));
            } else if (Files.isReadable(input.path())) {
                digest.add(Files.readAllBytes(input.path()));
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
