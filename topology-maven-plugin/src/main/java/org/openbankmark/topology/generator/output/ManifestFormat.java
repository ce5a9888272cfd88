package org.openbankmark.topology.generator.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile.Kind;
import org.openbankmark.topology.generator.work.Workers;

/**
 * The text of a manifest: a line for each fact, its kind first, values split by tabs, an end line last. A text that is not
 * whole is no manifest: then nothing is known of the disk, and nothing is deleted.
 */
final class ManifestFormat {
    private static final String VERSION = "topology-manifest 2";
    private static final String END = "end";

    private static final List<Kind> KINDS = List.of(Kind.values());

    /** Characters that a thread reads before it takes more. */
    private static final int PART = 50_000;

    private ManifestFormat() {}

    static String write(Manifest manifest, StateDirectory names) {
        StringBuilder text = new StringBuilder(200 + 180 * manifest.entries().size());
        text.append(VERSION).append('\n');
        line(text, "source", manifest.source());
        line(text, "configuration", manifest.basis().configuration());
        line(text, "contents", manifest.basis().contents());
        for (Input input : manifest.basis().inputs()) {
            String path = names.relative(input.path());
            line(text, "input", input.size() + "\t" + input.modified() + '\t' + path);
        }
        for (Kind kind : Kind.values()) {
            if (manifest.roots().get(kind) != null) {
                line(text, "root", kind.name() + '\t' + manifest.roots().get(kind));
            }
        }
        for (ManifestEntry entry : manifest.entries()) {
            text.append(entry.kind().name()).append('\t');
            text.append(entry.digest()).append('\t');
            text.append(entry.slice()).append('\t');
            text.append(entry.size()).append('\t');
            text.append(entry.modified()).append('\t');
            text.append(entry.path()).append('\n');
        }
        return text.append(END).append('\n').toString();
    }

    /** Null where the text is not a whole manifest. */
    static @Nullable Manifest read(String text, StateDirectory names, Workers workers) throws IOException {
        if (!text.startsWith(VERSION + '\n') || !text.endsWith('\n' + END + '\n')) {
            return null;
        }
        try {
            return readLines(text, VERSION.length() + 1, text.length() - END.length() - 1, names, workers);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static Manifest readLines(String text, int from, int to, StateDirectory names, Workers workers)
            throws IOException {
        String source = "";
        String configuration = "";
        String contents = "";
        List<Input> inputs = new ArrayList<>();
        Map<Kind, String> roots = new EnumMap<>(Kind.class);
        List<ManifestEntry> entries = List.of();
        for (int start = from, stop; start < to; start = stop + 1) {
            stop = text.indexOf('\n', start);
            int tab = text.indexOf('\t', start);
            String value = text.substring(tab + 1, stop);
            switch (text.substring(start, tab)) {
                case "source" -> source = value;
                case "configuration" -> configuration = value;
                case "contents" -> contents = value;
                case "input" -> inputs.add(input(value, names));
                case "root" -> {
                    int split = value.indexOf('\t');
                    roots.put(Kind.valueOf(value.substring(0, split)), value.substring(split + 1));
                }
                default -> {
                    // From here on there is nothing but entries.
                    entries = entries(text, start, to, workers);
                    stop = to;
                }
            }
        }
        return new Manifest(source, new Basis(configuration, contents, inputs), roots, entries);
    }

    private static List<ManifestEntry> entries(String text, int from, int to, Workers workers) throws IOException {
        List<String> parts = new ArrayList<>();
        for (int start = from, stop; start < to; start = stop) {
            stop = Math.min(to, text.indexOf('\n', Math.min(to, start + PART) - 1) + 1);
            parts.add(text.substring(start, stop));
        }
        List<ManifestEntry> entries = new ArrayList<>();
        workers.map(parts, ManifestFormat::entries).forEach(entries::addAll);
        return entries;
    }

    private static List<ManifestEntry> entries(String lines) {
        List<ManifestEntry> entries = new ArrayList<>();
        for (int start = 0, stop; start < lines.length(); start = stop + 1) {
            stop = lines.indexOf('\n', start);
            entries.add(entry(lines, start, stop));
        }
        return entries;
    }

    private static Input input(String value, StateDirectory names) {
        int modified = value.indexOf('\t') + 1;
        int path = value.indexOf('\t', modified) + 1;
        return new Input(
                names.absolute(value.substring(path)),
                Long.parseLong(value.substring(0, modified - 1)),
                Long.parseLong(value.substring(modified, path - 1)));
    }

    private static ManifestEntry entry(String text, int start, int stop) {
        int digest = text.indexOf('\t', start) + 1;
        int slice = text.indexOf('\t', digest) + 1;
        int size = text.indexOf('\t', slice) + 1;
        int modified = text.indexOf('\t', size) + 1;
        int path = text.indexOf('\t', modified) + 1;
        return new ManifestEntry(
                kind(text, start, digest - 1),
                text.substring(path, stop),
                text.substring(digest, slice - 1),
                text.substring(slice, size - 1),
                number(text, size, modified - 1),
                number(text, modified, path - 1));
    }

    /** As {@link Long#parseLong(String)}, which looks each digit up among those of all scripts: too long for so many. */
    private static long number(String text, int start, int stop) {
        boolean negative = text.charAt(start) == '-';
        long number = 0;
        for (int i = negative ? start + 1 : start; i < stop; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new IllegalArgumentException("no number: " + text.substring(start, stop));
            }
            number = 10 * number + digit;
        }
        return negative ? -number : number;
    }

    private static Kind kind(String text, int start, int stop) {
        for (Kind kind : KINDS) {
            String name = kind.name();
            if (name.length() == stop - start && text.startsWith(name, start)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind of file: " + text.substring(start, stop));
    }

    private static void line(StringBuilder text, String kind, String value) {
        text.append(kind).append('\t').append(value).append('\n');
    }
}
