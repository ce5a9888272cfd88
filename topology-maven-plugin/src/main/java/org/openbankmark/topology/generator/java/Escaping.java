package org.openbankmark.topology.generator.java;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes any text harmless where it goes into Java source: one method for each place. Stateless.
 *
 * <p>Java reads <code>&#92;uXXXX</code> before anything else (JLS 3.3), in comments too; so what is not printable ASCII is written
 * as such an escape in literals only, and no backslash of the text reaches a comment.
 */
public final class Escaping {
    /** A constant's limit is 65,535 bytes of modified UTF-8 (JVMS 4.4.7), where a char takes at most 3. */
    private static final int LITERAL_BYTES = 60_000;

    private Escaping() {}

    /** A string literal with its quotes; at most 65,535 bytes of modified UTF-8, see {@link #parts}. */
    public static String literal(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            appendEscaped(out, text.charAt(i));
        }
        return out.append('"').toString();
    }

    /** The text cut into parts that each fit into a constant; one empty part for an empty text. No surrogate pair is cut. */
    public static List<String> parts(String text) {
        if (text.length() <= LITERAL_BYTES / 3) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            int size = modifiedUtf8Size(text.charAt(i));
            if (bytes + size > LITERAL_BYTES && !Character.isLowSurrogate(text.charAt(i))) {
                parts.add(text.substring(start, i));
                start = i;
                bytes = 0;
            }
            bytes += size;
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** What stands for a character between the quotes of a literal. */
    static String character(char c) {
        StringBuilder out = new StringBuilder(6);
        appendEscaped(out, c);
        return out.toString();
    }

    /** Whether a character stands for itself in every place of source, wherever it stands. */
    static boolean isPlain(char c) {
        return c > ' ' && c < 127 && c != '"' && c != '\'' && c != '\\';
    }

    /** An int constant of a char, such as {@code 'a'}. */
    public static String literal(char character) {
        StringBuilder out = new StringBuilder("'");
        if (character == '\'') {
            out.append("\\'");
        } else if (character == '"') {
            out.append('"');
        } else {
            appendEscaped(out, character);
        }
        return out.append('\'').toString();
    }

    /**
     * Text for a Javadoc comment: no markup, no tag, no end of the comment, no Unicode escape can come out of it. Line
     * breaks stay; other control characters become spaces.
     */
    public static String javadoc(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '@' -> out.append("&#64;");
                case '{' -> out.append("&#123;");
                case '}' -> out.append("&#125;");
                case '\\' -> out.append("&#92;");
                case '/' -> out.append(i > 0 && text.charAt(i - 1) == '*' ? "&#47;" : "/");
                case '\n' -> out.append('\n');
                case '\r' -> out.append(i + 1 < text.length() && text.charAt(i + 1) == '\n' ? "" : "\n");
                default -> out.append(isHarmless(c) ? c : ' ');
            }
        }
        return out.toString();
    }

    /** Text for the rest of a line after {@code //}: on one line, without backslashes. */
    public static String comment(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(c == '\\' ? '/' : isHarmless(c) ? c : ' ');
        }
        return out.toString();
    }

    /** Whether a character is neither a control character, nor turns the direction of text, nor ends a line in any script. */
    public static boolean isHarmless(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }

    private static void appendEscaped(StringBuilder out, char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c >= ' ' && c < 127) {
                    out.append(c);
                } else {
                    out.append("\\u")
                            .append(Character.forDigit(c >> 12 & 15, 16))
                            .append(Character.forDigit(c >> 8 & 15, 16))
                            .append(Character.forDigit(c >> 4 & 15, 16))
                            .append(Character.forDigit(c & 15, 16));
                }
            }
        }
    }

    private static int modifiedUtf8Size(char c) {
        if (c != 0 && c < 0x80) {
            return 1;
        }
        return c < 0x800 ? 2 : 3;
    }
}
