package org.openbankmark.topology.model.problem;

/** Makes text from a file safe to print: no control characters, no endless lines. */
final class Printable {
    private static final int LONGEST = 400;

    private Printable() {}

    /** One line: control characters and line ends as {@code \}{@code uXXXX}, the rest beyond 400 characters cut off. */
    static String text(String raw) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length() && text.length() < LONGEST; i++) {
            char c = raw.charAt(i);
            if (hidden(c)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        return text.length() < raw.length() && text.length() >= LONGEST ? text + "…" : text.toString();
    }

    /** A source line with each control character replaced by one space, so that the caret still fits. */
    static String line(String raw) {
        StringBuilder line = new StringBuilder(raw);
        for (int i = 0; i < line.length(); i++) {
            if (hidden(line.charAt(i))) {
                line.setCharAt(i, ' ');
            }
        }
        return line.toString();
    }

    // Format characters include those that turn the direction of text and so make a line look like another.
    private static boolean hidden(char c) {
        return Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || Character.getType(c) == Character.FORMAT;
    }
}
