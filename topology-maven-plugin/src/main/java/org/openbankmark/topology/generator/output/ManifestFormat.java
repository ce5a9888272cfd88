package org.openbankmark.topology.generator.output;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * The text of a manifest: a line for each fact, its kind first, values split by tabs, an end line last. A text that is not
 * whole is no manifest: then nothing is known of the disk, and nothing is deleted.
 */
final class ManifestFormat {
    private static final String VERSION = "topology-manifest 1";
    private static final String END = "end";

    private ManifestFormat() {}

    static String write(Manifest manifest, StateDirectory names) {
        StringBuilder text = new StringBuilder(200 + 150 * manifest.entries().size());
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
            text.append(entry.size()).append('\t');
            text.append(entry.modified()).append('\t');
            text.append(entry.path()).append('\n');
        }
        return text.append(END).append('\n').toString();
    }

    /** Null where the text is not a whole manifest. */
    static @Nullable Manifest read(String text, StateDirectory names) {
        if (!text.startsWith(VERSION + '\n') || !text.endsWith('\n' + END + '\n')) {
            return null;
        }
        try {
            return readLines(text, VERSION.length() + 1, text.length() - END.length() - 1, names);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static Manifest readLines(String text, int from, int to, StateDirectory names) {
        String source = "";
        String configuration = "";
        String contents = "";
        List<Input> inputs = new ArrayList<>();
        Map<Kind, String> roots = new EnumMap<>(Kind.class);
        List<ManifestEntry> entries = new ArrayList<>();
        for (int start = from, stop; start < to; start = stop + 1) {
            stop = text.indexOf('\n', start);
            int tab = text.indexOf('\t', start);
            String kind = text.substring(start, tab);
            String value = text.substring(tab + 1, stop);
            switch (kind) {
                case "source" -> source = value;
                case "configuration" -> configuration = value;
                case "contents" -> contents = value;
                case "input" -> inputs.add(input(value, names));
                case "root" -> {
                    int split = value.indexOf('\t');
                    roots.put(Kind.valueOf(value.substring(0, split)), value.substring(split + 1));
                }
                default -> entries.add(entry(Kind.valueOf(kind), value));
            }
        }
        return new Manifest(source, new Basis(configuration, contents, inputs), roots, entries);
    }

    private static Input input(String value, StateDirectory names) {
        int modified = value.indexOf('\t') + 1;
        int path = value.indexOf('\t', modified) + 1;
        return new Input(
                names.absolute(value.substring(path)),
                Long.parseLong(value.substring(0, modified - 1)),
                Long.parseLong(value.substring(modified, path - 1)));
    }

    private static ManifestEntry entry(Kind kind, String value) {
        int size = value.indexOf('\t') + 1;
        int modified = value.indexOf('\t', size) + 1;
        int path = value.indexOf('\t', modified) + 1;
        return new ManifestEntry(
                kind,
                value.substring(path),
                value.substring(0, size - 1),
                Long.parseLong(value.substring(size, modified - 1)),
                Long.parseLong(value.substring(modified, path - 1)));
    }

    private static void line(StringBuilder text, String kind, String value) {
        text.append(kind).append('\t').append(value).append('\n');
    }
}
