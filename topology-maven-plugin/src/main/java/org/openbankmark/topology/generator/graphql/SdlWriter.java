package org.openbankmark.topology.generator.graphql;

import java.util.Optional;

/** Writes SDL: two spaces deep, an empty line between types. Not thread-safe. */
final class SdlWriter {
    private static final int COLUMNS = 120;

    private final StringBuilder out = new StringBuilder();
    private int level;

    SdlWriter line(String text) {
        out.append("  ".repeat(level)).append(text).append('\n');
        return this;
    }

    SdlWriter blank() {
        out.append('\n');
        return this;
    }

    SdlWriter open(String head) {
        line(head + " {");
        level++;
        return this;
    }

    SdlWriter close() {
        level--;
        return line("}");
    }

    SdlWriter doc(Optional<String> doc) {
        doc.filter(text -> !text.isBlank()).ifPresent(text -> SdlText.description(text, COLUMNS - 2 * level)
                .forEach(this::line));
        return this;
    }

    static String deprecation(Optional<String> reason) {
        return reason.map(text -> " @deprecated(reason: " + SdlText.string(text) + ")")
                .orElse("");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
