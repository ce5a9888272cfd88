package org.openbankmark.topology.generator.java;

import java.util.ArrayList;
import java.util.List;

/** Text of several lines as a text block (JLS 3.10.6), whose value is exactly the text. Stateless. */
public final class TextBlock {
    private static final String QUOTES = "\"\"\"";

    private TextBlock() {}

    /**
     * The lines of a text block, from the opening quotes to the closing ones.
     *
     * @param text at most as long as one of {@link Escaping#parts}
     * @param width the most characters a line of it may have; longer ones are joined by a backslash
     */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        lines.add(QUOTES);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lines.add(protectEnd(line));
                line.setLength(0);
                continue;
            }
            if (Escaping.isPlain(c) && line.length() + 5 <= width) {
                line.append(c);
                continue;
            }
            String escaped = escape(c, line);
            if (line.length() + escaped.length() > width - 4) {
                line = breakLine(line, lines, width);
                escaped = escape(c, line);
            }
            line.append(escaped);
        }
        lines.add(protectEnd(line) + QUOTES);
        return lines;
    }

    /** Ends a line behind its last comma, or where it is full. What is behind the comma begins the next. */
    private static StringBuilder breakLine(StringBuilder line, List<String> lines, int width) {
        int comma = line.lastIndexOf(",");
        boolean atComma = comma > width / 3 && comma + 1 < line.length() && line.charAt(comma + 1) != ' ';
        int end = atComma ? comma + 1 : line.length();
        lines.add(line.substring(0, end) + "\\");
        return new StringBuilder(line.substring(end));
    }

    /** A space at the start of a line may count as indentation; three quotes would end the block. */
    private static String escape(char c, StringBuilder before) {
        return switch (c) {
            case '"' -> before.length() > 1 && before.charAt(before.length() - 1) == '"' ? "\\\"" : "\"";
            case ' ' -> before.isEmpty() ? "\\s" : " ";
            default -> Escaping.character(c);
        };
    }

    /** Spaces at the end of a line are not part of a text block, and a quote there would join those that close it. */
    private static String protectEnd(StringBuilder line) {
        int last = line.length() - 1;
        if (last < 0) {
            return "";
        }
        int backslashes = 0;
        while (backslashes < last && line.charAt(last - 1 - backslashes) == '\\') {
            backslashes++;
        }
        boolean escaped = backslashes % 2 == 1;
        return switch (line.charAt(last)) {
            case ' ' -> line.substring(0, last) + "\\s";
            case '"' -> escaped ? line.toString() : line.substring(0, last) + "\\\"";
            default -> line.toString();
        };
    }
}
