package org.openbankmark.topology.generator.output;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.generator.GeneratedFile.Kind;

/**
 * The text of a manifest: a line for each fact, its kind first, values split by tabs. First what is said of all files, up to the line
 * with their number and sum; then a line for each file; an end line last. A text that is not whole is no manifest: then nothing is
 * known of the disk, and nothing is deleted.
 */
final class ManifestFormat {
    private static final String VERSION = "topology-manifest 3";
    private static final String FILES = "files";
    private static final String END = "end";
    private static final String LAST = '\n' + END + '\n';

    private static final List<Kind> KINDS = List.of(Kind.values());

    private ManifestFormat() {}

    static String write(Manifest manifest, StateDirectory names) {
        ManifestHead head = manifest.head();
        StringBuilder text = new StringBuilder(1_000 + 180 * manifest.entries().size());
        text.append(VERSION).append('\n');
        line(text, "source", head.source());
        line(text, "configuration", head.basis().configuration());
        line(text, "contents", head.basis().contents());
        for (Input input : head.basis().inputs()) {
            String path = names.relative(input.path());
            line(text, "input", input.size() + "\t" + input.modified() + '\t' + path);
        }
        for (Kind kind : Kind.values()) {
            if (head.roots().get(kind) != null) {
                line(text, "root", kind.name() + '\t' + head.roots().get(kind));
            }
        }
        for (Seal.Folder folder : head.seal().folders()) {
            line(text, "folder", folder.kind().name() + '\t' + folder.path());
        }
        line(text, FILES, head.seal().files() + "\t" + head.seal().sum());
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
    static @Nullable Manifest read(String text, StateDirectory names) {
        if (!text.endsWith(LAST)) {
            return null;
        }
        try {
            HeadLines head = new HeadLines(names);
            int start = 0;
            while (head.wants(text.substring(start, text.indexOf('\n', start)))) {
                start = text.indexOf('\n', start) + 1;
            }
            return new Manifest(
                    head.read(), entries(text, text.indexOf('\n', start) + 1, text.length() - END.length() - 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    /** The head; of what comes after it no more is read than its end. Null where it is not a whole manifest. */
    static @Nullable ManifestHead readHead(SeekableByteChannel bytes, StateDirectory names) throws IOException {
        if (!endsWhole(bytes)) {
            return null;
        }
        try {
            BufferedReader lines = new BufferedReader(Channels.newReader(bytes.position(0), StandardCharsets.UTF_8));
            HeadLines head = new HeadLines(names);
            String line;
            do {
                line = lines.readLine();
            } while (line != null && head.wants(line));
            return line == null ? null : head.read();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static boolean endsWhole(SeekableByteChannel bytes) throws IOException {
        byte[] wanted = LAST.getBytes(StandardCharsets.UTF_8);
        ByteBuffer last = ByteBuffer.allocate(wanted.length);
        bytes.position(Math.max(0, bytes.size() - wanted.length));
        while (last.hasRemaining() && bytes.read(last) >= 0) {}
        return Arrays.equals(last.array(), wanted);
    }

    /** Takes the lines of a head, one after the other. */
    private static final class HeadLines {
        private final StateDirectory names;
        private final List<Input> inputs = new ArrayList<>();
        private final Map<Kind, String> roots = new EnumMap<>(Kind.class);
        private final List<Seal.Folder> folders = new ArrayList<>();
        private boolean begun;
        private String source = "";
        private String configuration = "";
        private String contents = "";
        private Seal seal = Seal.none();

        HeadLines(StateDirectory names) {
            this.names = names;
        }

        /** Takes a line; whether another one comes after it. */
        boolean wants(String line) {
            if (!begun) {
                begun = line.equals(VERSION);
                if (!begun) {
                    throw new IllegalArgumentException("another version");
                }
                return true;
            }
            int tab = line.indexOf('\t');
            String value = line.substring(tab + 1);
            int split = value.indexOf('\t');
            switch (line.substring(0, tab)) {
                case "source" -> source = value;
                case "configuration" -> configuration = value;
                case "contents" -> contents = value;
                case "input" -> inputs.add(input(value));
                case "root" -> roots.put(kind(value, 0, split), value.substring(split + 1));
                case "folder" -> folders.add(new Seal.Folder(kind(value, 0, split), value.substring(split + 1)));
                case FILES -> {
                    int files = Integer.parseInt(value.substring(0, split));
                    seal = new Seal(folders, files, Long.parseLong(value.substring(split + 1)));
                    return false;
                }
                default -> throw new IllegalArgumentException("no line of a manifest");
            }
            return true;
        }

        ManifestHead read() {
            return new ManifestHead(source, new Basis(configuration, contents, inputs), roots, seal);
        }

        private Input input(String value) {
            int modified = value.indexOf('\t') + 1;
            int path = value.indexOf('\t', modified) + 1;
            return new Input(
                    names.absolute(value.substring(path)),
                    Long.parseLong(value.substring(0, modified - 1)),
                    Long.parseLong(value.substring(modified, path - 1)));
        }
    }

    private static List<ManifestEntry> entries(String text, int from, int to) {
        List<ManifestEntry> entries = new ArrayList<>();
        for (int start = from, stop; start < to; start = stop + 1) {
            stop = text.indexOf('\n', start);
            entries.add(entry(text, start, stop));
        }
        return entries;
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
