package org.openbankmark.topology.model.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;

/** Reads files: UTF-8 without a byte order mark, up to 16 MiB. */
public final class SourceReader {
    private static final int MAX_BYTES = 16 * 1024 * 1024;

    private SourceReader() {}

    /**
     * A file's text; empty, with a problem reported, where it cannot be had.
     *
     * @param name the file as the user named it
     * @param from where it is asked for; empty for the main file
     */
    public static Optional<Source> read(String name, Path path, Optional<Span> from, ProblemCollector problems) {
        problems.reading(name);
        Source unread = new Source(name, path, "");
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            String why = Files.isDirectory(path)
                    ? "it is a directory"
                    : Files.exists(path) ? "no permission to read it, or a fault of the disk" : "no such file";
            problems.report(
                    Rule.UNREADABLE_FILE,
                    from.orElseGet(unread::start),
                    "cannot read '" + name + "': " + why,
                    "check the path, and that the file can be read");
            return Optional.empty();
        }
        if (bytes.length > MAX_BYTES) {
            problems.report(
                    Rule.TOO_LARGE,
                    unread.start(),
                    "the file is larger than 16 MiB",
                    "split it into files and name them under 'import'");
            return Optional.empty();
        }
        return decode(name, path, bytes, problems);
    }

    private static Optional<Source> decode(String name, Path path, byte[] bytes, ProblemCollector problems) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF) || startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            problems.report(
                    Rule.BYTE_ORDER_MARK,
                    new Source(name, path, "").start(),
                    "the file begins with a byte order mark",
                    "save it as UTF-8 without one (editors call it 'UTF-8', not 'UTF-8 with BOM' or 'UTF-16')");
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString();
            return Optional.of(new Source(name, path, text));
        } catch (CharacterCodingException e) {
            // The decoder leaves the buffer at the first byte that is wrong.
            String before = new String(bytes, 0, in.position(), StandardCharsets.UTF_8);
            Source source = new Source(name, path, before);
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            String start = before.substring(before.lastIndexOf('\n') + 1);
            problems.report(
                    Rule.NOT_UTF8,
                    new Span(source, line, start.codePointCount(0, start.length()) + 1, 1),
                    String.format("the byte 0x%02X here is not UTF-8", bytes[in.position()] & 0xFF),
                    "save the file as UTF-8");
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
