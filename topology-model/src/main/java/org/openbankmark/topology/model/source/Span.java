package org.openbankmark.topology.model.source;

import org.openbankmark.topology.model.Location;

/**
 * A stretch of one line of a file.
 *
 * @param line from 1
 * @param column from 1, in characters (code points)
 * @param width in characters, from 1
 */
public record Span(Source source, int line, int column, int width) {

    /** Where it begins. */
    public Location location() {
        return new Location(source.name(), line, column);
    }

    /**
     * The part of it where {@code part} characters of the scalar {@code text} stand, from {@code offset} on; all of it
     * where the file spells the scalar differently (escapes, several lines).
     */
    public Span part(String text, int offset, int part) {
        String whole = source.line(line).orElse("");
        if (column - 1 > whole.codePointCount(0, whole.length())) {
            return this;
        }
        int start = whole.offsetByCodePoints(0, column - 1);
        boolean quoted = start < whole.length() && (whole.charAt(start) == '"' || whole.charAt(start) == '\'');
        int begin = quoted ? start + 1 : start;
        if (!whole.startsWith(text, begin)) {
            return this;
        }
        int from = column + (quoted ? 1 : 0) + text.codePointCount(0, offset);
        return new Span(
                source, line, from, Math.max(1, text.codePointCount(offset, Math.min(text.length(), offset + part))));
    }
}
