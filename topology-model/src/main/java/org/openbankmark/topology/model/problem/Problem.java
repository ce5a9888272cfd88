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

    /** The mistake as people see it: place, message, source line with a caret, advice. Several lines, no trailing newline. */
    public String render() {
        StringBuilder text = new StringBuilder();
        text.append(location)
                .append(": ")
                .append(message)
                .append(" [")
                .append(rule)
                .append(']');
        sourceLine.ifPresent(line -> {
            text.append("\n    ").append(line.replace('\t', ' '));
            text.append("\n    ")
                    .append(" ".repeat(Math.max(0, location.column() - 1)))
                    .append("^".repeat(Math.max(1, width)));
        });
        advice.ifPresent(line -> text.append("\n    ").append(line));
        return text.toString();
    }
}
