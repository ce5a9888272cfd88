package org.openbankmark.topology.model.yaml;

import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.Span;

/**
 * A place in a text of plain YAML, which moves on: over lines and their indentation, and over scalars. It refuses whatever it does not
 * surely understand. Used by one thread.
 */
final class PlainCursor {
    private final Source source;
    private final String text;
    private int at;
    private int line = 1;
    private int lineStart;
    private int indent;

    /** At the first line that has content. */
    PlainCursor(Source source) throws NotPlainException {
        this.source = source;
        this.text = source.text();
        requirePlainCharacters(text);
        firstContent();
    }

    // Columns count characters, which only surrogates make other than chars; other characters end lines, or may not be
    // there.
    private static void requirePlainCharacters(String text) throws NotPlainException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c < 127 ? c >= ' ' || c == '\n' : c > 160 && c < '\ud800' && c != '\u2028' && c != '\u2029';
            if (!plain) {
                throw new NotPlainException();
            }
        }
        // So that whatever spans several lines ends on another line than it begins.
        if (!text.endsWith("\n")) {
            throw new NotPlainException();
        }
    }

    /** How far the line here is indented; -1 at the end of the text. */
    int indent() {
        return indent;
    }

    /** The character here; a line end at the end of the text. */
    char peek() {
        return charAt(at);
    }

    /** Whether an item of a block list begins here. */
    boolean isDash() {
        return charAt(at) == '-' && charAt(at + 1) == ' ';
    }

    /** Takes one character. */
    void take(char c) throws NotPlainException {
        if (charAt(at) != c) {
            throw new NotPlainException();
        }
        at++;
    }

    /** Skips spaces. */
    void spaces() {
        while (charAt(at) == ' ') {
            at++;
        }
    }

    /** Skips spaces and line ends, as between the parts of a flow collection. */
    void flowSpaces() {
        spaces();
        while (at < text.length() && text.charAt(at) == '\n') {
            nextLine();
            spaces();
        }
    }

    /** Whether nothing but a comment is left of the line. */
    boolean isLineOver() {
        char c = charAt(at);
        return c == '\n' || (c == '#' && text.charAt(at - 1) == ' ');
    }

    /** Goes to the next line that has content; refused if anything else than a comment is left of this one. */
    void endLine() throws NotPlainException {
        spaces();
        if (!isLineOver()) {
            throw new NotPlainException();
        }
        at = text.indexOf('\n', at);
        nextLine();
        firstContent();
    }

    private void nextLine() {
        at++;
        line++;
        lineStart = at;
    }

    private void firstContent() {
        while (at < text.length()) {
            spaces();
            char c = text.charAt(at);
            if (c != '\n' && c != '#') {
                indent = at - lineStart;
                return;
            }
            at = text.indexOf('\n', at);
            nextLine();
        }
        indent = -1;
    }

    /** From a place in this line up to here. */
    Span from(int line, int column) {
        return this.line == line ? span(column, at - lineStart + 1 - column) : new Span(source, line, column, 1);
    }

    /** This character alone. */
    Span here() {
        return span(at - lineStart + 1, 1);
    }

    private Span span(int column, int width) {
        return new Span(source, line, column, width);
    }

    /** A key with the colon behind it. */
    YamlScalar key() throws NotPlainException {
        int start = at;
        while (isName(charAt(at))) {
            at++;
        }
        // No key begins like a document's end or a number's sign; one that is long might be too long for YAML.
        if (at == start || at - start > 500 || !isFirst(text.charAt(start)) || charAt(at) != ':') {
            throw new NotPlainException();
        }
        YamlScalar key = new YamlScalar(text.substring(start, at), true, from(line, start - lineStart + 1));
        at++;
        if (charAt(at) != ' ' && charAt(at) != '\n') {
            throw new NotPlainException();
        }
        return key;
    }

    /** A scalar that ends in this line. */
    YamlScalar scalar(boolean inFlow) throws NotPlainException {
        char c = charAt(at);
        return c == '"' || c == '\'' ? quoted(c) : unquoted(inFlow);
    }

    private YamlScalar quoted(char quote) throws NotPlainException {
        int start = at++;
        while (charAt(at) != quote) {
            if (charAt(at) == '\n' || charAt(at) == '\\') {
                throw new NotPlainException();
            }
            at++;
        }
        at++;
        if (charAt(at) == quote) {
            throw new NotPlainException();
        }
        return new YamlScalar(text.substring(start + 1, at - 1), false, from(line, start - lineStart + 1));
    }

    private YamlScalar unquoted(boolean inFlow) throws NotPlainException {
        int start = at;
        if (!beginsScalar(charAt(at))) {
            throw new NotPlainException();
        }
        int end = at;
        for (char c = charAt(at); !endsScalar(c, inFlow); c = charAt(++at)) {
            if (c != ' ') {
                end = at + 1;
            }
        }
        at = end;
        return new YamlScalar(text.substring(start, end), true, from(line, start - lineStart + 1));
    }

    // Among what is left out are all of YAML's indicators, and the merge key.
    private boolean beginsScalar(char c) {
        return isFirst(c) || c > 160 || "(/.+~=".indexOf(c) >= 0 || (c == '-' && Character.isDigit(charAt(at + 1)));
    }

    private boolean endsScalar(char c, boolean inFlow) throws NotPlainException {
        if (c == '\n' || (inFlow && (c == ',' || c == '}' || c == ']'))) {
            return true;
        }
        boolean doubtful = c == ':' && (inFlow || charAt(at + 1) == ' ' || charAt(at + 1) == '\n');
        if (inFlow) {
            doubtful |= c == '{' || c == '[' || c == '#' || (c == '?' && !OptionalMark.follows(text.charAt(at - 1)));
        }
        if (doubtful) {
            throw new NotPlainException();
        }
        return c == '#' && text.charAt(at - 1) == ' ';
    }

    /** A text of several lines behind {@code |}, further indented than its key; goes on to the next line with content. */
    YamlScalar literal(int keyIndent) throws NotPlainException {
        Span span = here();
        take('|');
        if (charAt(at) != '\n') {
            throw new NotPlainException();
        }
        StringBuilder lines = new StringBuilder();
        int blank = 0;
        int margin = -1;
        while (true) {
            nextLine();
            if (charAt(at) == '\n' && at < text.length()) {
                blank++;
                continue;
            }
            spaces();
            int depth = at - lineStart;
            if (at >= text.length() || depth <= keyIndent) {
                break;
            }
            if (margin < 0) {
                margin = depth;
            }
            if (depth < margin || (lines.isEmpty() && blank > 0) || charAt(at) == '\n') {
                throw new NotPlainException();
            }
            at = text.indexOf('\n', at);
            lines.append("\n".repeat(blank)).append(text, lineStart + margin, at + 1);
            blank = 0;
        }
        if (margin < 0) {
            throw new NotPlainException();
        }
        firstContent();
        return new YamlScalar(lines.toString(), false, span);
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\n';
    }

    private static boolean isName(char c) {
        return isFirst(c) || c == '-' || c == '.';
    }

    private static boolean isFirst(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
    }

    int line() {
        return line;
    }

    int column() {
        return at - lineStart + 1;
    }
}
