package org.openbankmark.topology.model.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of one file with its lines. Immutable and safe for use by several threads. */
public final class Source {
    private final String name;
    private final Path path;
    private final String text;
    private final List<String> lines;

    /**
     * A file's text.
     *
     * @param name the file as the user named it, with forward slashes
     * @param path the same file on the disk
     */
    public Source(String name, Path path, String text) {
        this.name = name;
        this.path = path;
        this.text = text;
        this.lines = split(text);
    }

    /** The file as the user named it. */
    public String name() {
        return name;
    }

    public Path path() {
        return path;
    }

    public String text() {
        return text;
    }

    /** One of its lines, counted from 1; empty beyond the end, and where the text could not be had. */
    public Optional<String> line(int number) {
        return !text.isEmpty() && number >= 1 && number <= lines.size()
                ? Optional.of(lines.get(number - 1))
                : Optional.empty();
    }

    /** The place of the whole file: its first character. */
    public Span start() {
        return new Span(this, 1, 1, 1);
    }

    // YAML 1.1 section 5.4: besides LF and CR, NEL, LS and PS end a line too; snakeyaml counts them.
    private static List<String> split(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                lines.add(text.substring(start, i));
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                start = i + 1;
            }
        }
        lines.add(text.substring(start));
        return lines;
    }
}
