package org.openbankmark.topology.model.problem;

import java.util.Optional;
import org.openbankmark.topology.model.Location;

/**
 * One mistake in a topology file.
 *
 * @param rule the rule's stable id, such as {@code unknown-type}; listed in the format reference
 * @param location where
 * @param message what is wrong, one line
 * @param advice what would be right, one line
 * @param sourceLine the line of the file at that place, where it could be read
 * @param width how many characters the caret underlines, from 1
 */
public record Problem(
        String rule,
        Location location,
        String message,
        Optional<String> advice,
        Optional<String> sourceLine,
        int width) {
    private static final int LONGEST_LINE = 160;

    /** The mistake as people see it: place, message, source line with a caret, advice. Several lines, no trailing newline. */
    public String render() {
        StringBuilder text = new StringBuilder();
        text.append(location)
                .append(": ")
                .append(message)
                .append(" [")
                .append(rule)
                .append(']');
        sourceLine.ifPresent(line -> appendLine(line, text));
        advice.ifPresent(line -> text.append("\n    ").append(line));
        return text.toString();
    }

    // Of a very long line people get the part that matters.
    private void appendLine(String line, StringBuilder text) {
        int length = line.codePointCount(0, line.length());
        int caret = Math.min(Math.max(0, location.column() - 1), length);
        int from = length <= LONGEST_LINE ? 0 : Math.max(0, Math.min(caret - LONGEST_LINE / 2, length - LONGEST_LINE));
        int to = Math.min(length, from + LONGEST_LINE);
        String shown = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, to));
        String before = from > 0 ? "…" : "";
        text.append("\n    ").append(before).append(shown.replace('\t', ' ')).append(to < length ? "…" : "");
        text.append("\n    ")
                .append(" ".repeat(before.length() + caret - from))
                .append("^".repeat(Math.max(1, Math.min(width, to - caret))));
    }
}
