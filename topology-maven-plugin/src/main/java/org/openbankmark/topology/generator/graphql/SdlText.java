package org.openbankmark.topology.generator.graphql;

import java.util.ArrayList;
import java.util.List;
import org.openbankmark.topology.generator.java.Escaping;

/** Makes any text harmless where it goes into SDL (GraphQL specification, 2.9.4 "String Value"). Stateless. */
final class SdlText {
    private SdlText() {}

    /** A string with its quotes, on one line. */
    static String string(String given) {
        String text = withoutHalves(given);
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (Escaping.isHarmless(c)) {
                        out.append(c);
                    } else {
                        out.append(String.format("\\u%04x", (int) c));
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** The lines of a description: one for a short text, a block string for a longer one. */
    static List<String> description(String text, int width) {
        String clean =
                withoutHalves(text).replace("\r\n", "\n").replace('\r', '\n').strip();
        String inOne = string(clean);
        if (clean.indexOf('\n') < 0 && (inOne.length() <= width || clean.contains("\\"))) {
            return List.of(inOne);
        }
        List<String> lines = new ArrayList<>();
        lines.add("\"\"\"");
        for (String line : clean.split("\n", -1)) {
            lines.add(block(line.stripTrailing()));
        }
        lines.add("\"\"\"");
        return lines;
    }

    /** A line in a block string, where three quotes are all that has a meaning. */
    private static String block(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            out.append(Escaping.isHarmless(c) || c == '\t' ? c : ' ');
        }
        return out.toString().replace("\"\"\"", "\\\"\"\"");
    }

    /** Half a character (a lone surrogate) is in no Unicode text; a question mark stands for it. */
    private static String withoutHalves(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> out.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? '?' : c));
        return out.toString();
    }
}
