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

    /** The text's characters, and a line end behind them: a JVM that has compiled nothing yet reads an array fastest. */
    private final char[] chars;

    private final int end;
    private int at;
    private int line = 1;
    private int lineStart;
    private int indent;

    /** At the first line that has content. */
    PlainCursor(Source source) throws NotPlainException {
        this.source = source;
        this.text = source.text();
        this.end = text.length();
        this.chars = new char[end + 1];
        text.getChars(0, end, chars, 0);
        chars[end] = '\n';
        requirePlainCharacters();
        firstContent();
    }

    // Columns count characters, which only surrogates make other than chars; other characters end lines, or may not be
    // there.
    private void requirePlainCharacters() throws NotPlainException {
        for (char c : chars) {
            boolean plain = c < 127 ? c >= ' ' || c == '\n' : c > 160 && c < '\ud800' && c != '\u2028' && c != '\u2029';
            if (!plain) {
                throw new NotPlainException();
            }
        }
        // So that whatever spans several lines ends on another line than it begins.
        if (end == 0 || chars[end - 1] != '\n') {
            throw new NotPlainException();
        }
    }

    /** How far the line here is indented; -1 at the end of the text. */
    int indent() {
        return indent;
    }

    /** The line here, from 1. */
    int line() {
        return line;
    }

    /** The column here, from 1, in characters. */
    int column() {
        return at - lineStart + 1;
    }

    /** The character here; a line end at the end of the text. */
    char peek() {
        return chars[at];
    }

    /** Whether an item of a block list begins here. */
    boolean isDash() {
        return chars[at] == '-' && chars[at + 1] == ' ';
    }

    /** Takes one character. */
    void take(char c) throws NotPlainException {
        if (chars[at] != c) {
            throw new NotPlainException();
        }
        at++;
    }

    /** Skips spaces. */
    void spaces() {
        while (chars[at] == ' ') {
            at++;
        }
    }

    /** Skips spaces and line ends, as between the parts of a flow collection. */
    void flowSpaces() {
        spaces();
        while (at < end && chars[at] == '\n') {
            nextLine();
            spaces();
        }
    }

    /** Whether nothing but a comment is left of the line. */
    boolean isLineOver() {
        char c = chars[at];
        return c == '\n' || (c == '#' && chars[at - 1] == ' ');
    }

    /** Goes to the next line that has content; refused if anything else than a comment is left of this one. */
    void endLine() throws NotPlainException {
        spaces();
        if (!isLineOver()) {
            throw new NotPlainException();
        }
        toLineEnd();
        nextLine();
        firstContent();
    }

    private void toLineEnd() {
        while (chars[at] != '\n') {
            at++;
        }
    }

    private void nextLine() {
        at++;
        line++;
        lineStart = at;
    }

    private void firstContent() {
        while (at < end) {
            spaces();
            char c = chars[at];
            if (c != '\n' && c != '#') {
                indent = at - lineStart;
                return;
            }
            toLineEnd();
            nextLine();
        }
        indent = -1;
    }

    /** From a place in this line up to here. */
    Span from(int line, int column) {
        return this.line == line ? span(column, column() - column) : new Span(source, line, column, 1);
    }

    private Span since(int start) {
        return span(start - lineStart + 1, at - start);
    }

    private Span span(int column, int width) {
        return new Span(source, line, column, width);
    }

    /** A key with the colon behind it. */
    YamlScalar key() throws NotPlainException {
        int start = at;
        while (isName(chars[at])) {
            at++;
        }
        // No key begins like a document's end or a number's sign; one that is long might be too long for YAML.
        if (at == start || at - start > 500 || !isFirst(chars[start]) || chars[at] != ':') {
            throw new NotPlainException();
        }
        YamlScalar key = new YamlScalar(text.substring(start, at), true, since(start));
        at++;
        if (chars[at] != ' ' && chars[at] != '\n') {
            throw new NotPlainException();
        }
        return key;
    }

    /** A scalar that ends in this line. */
    YamlScalar scalar(boolean inFlow) throws NotPlainException {
        char c = chars[at];
        return c == '"' || c == '\'' ? quoted(c) : unquoted(inFlow);
    }

    private YamlScalar quoted(char quote) throws NotPlainException {
        int start = at++;
        while (chars[at] != quote) {
            if (chars[at] == '\n' || chars[at] == '\\') {
                throw new NotPlainException();
            }
            at++;
        }
        at++;
        if (chars[at] == quote) {
            throw new NotPlainException();
        }
        return new YamlScalar(text.substring(start + 1, at - 1), false, since(start));
    }

    private YamlScalar unquoted(boolean inFlow) throws NotPlainException {
        int start = at;
        // Three dots at a line's begin end the document, even within brackets.
        if (!beginsScalar(chars[at]) || (chars[at] == '.' && at == lineStart)) {
            throw new NotPlainException();
        }
        int last = at;
        for (char c = chars[at]; !endsScalar(c, inFlow); c = chars[++at]) {
            if (c != ' ') {
                last = at + 1;
            }
        }
        at = last;
        return new YamlScalar(text.substring(start, last), true, since(start));
    }

    // Among what is left out are all of YAML's indicators, and the merge key.
    private boolean beginsScalar(char c) {
        return isFirst(c) || c > 160 || "(/.+~=".indexOf(c) >= 0 || (c == '-' && Character.isDigit(chars[at + 1]));
    }

    private boolean endsScalar(char c, boolean inFlow) throws NotPlainException {
        if (c == '\n' || (inFlow && (c == ',' || c == '}' || c == ']'))) {
            return true;
        }
        boolean doubtful = c == ':' && (inFlow || chars[at + 1] == ' ' || chars[at + 1] == '\n');
        if (inFlow) {
            doubtful |= c == '{' || c == '[' || c == '#' || (c == '?' && !OptionalMark.follows(chars[at - 1]));
        }
        if (doubtful) {
            throw new NotPlainException();
        }
        return c == '#' && chars[at - 1] == ' ';
    }

    /** A text of several lines behind {@code |}, further indented than its key; goes on to the next line with content. */
    YamlScalar literal(int keyIndent) throws NotPlainException {
        Span span = span(column(), 1);
        take('|');
        if (chars[at] != '\n') {
            throw new NotPlainException();
        }
        StringBuilder lines = new StringBuilder();
        int blank = 0;
        int margin = -1;
        while (true) {
            nextLine();
            if (chars[at] == '\n' && at < end) {
                blank++;
                continue;
            }
            spaces();
            if (at < end && chars[at] == '\n') {
                // Spaces alone: which of them belong to the text depends on what follows.
                throw new NotPlainException();
            }
            int depth = at - lineStart;
            if (at >= end || depth <= keyIndent) {
                break;
            }
            if (margin < 0) {
                margin = depth;
            }
            if (depth < margin || (lines.isEmpty() && blank > 0)) {
                throw new NotPlainException();
            }
            toLineEnd();
            lines.append("\n".repeat(blank)).append(text, lineStart + margin, at + 1);
            blank = 0;
        }
        if (margin < 0) {
            throw new NotPlainException();
        }
        firstContent();
        return new YamlScalar(lines.toString(), false, span);
    }

    private static boolean isName(char c) {
        return isFirst(c) || c == '-' || c == '.';
    }

    private static boolean isFirst(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
    }
}
