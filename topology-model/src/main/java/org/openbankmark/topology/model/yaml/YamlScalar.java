package org.openbankmark.topology.model.yaml;

import java.util.Set;
import org.openbankmark.topology.model.source.Span;

/**
 * A scalar as its text; what it means follows from where it stands, so {@code no} and {@code 007} stay what they are.
 *
 * @param plain whether it stands without quotes
 */
public record YamlScalar(String text, boolean plain, Span span) implements YamlNode {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

    /** Whether it is YAML's null. */
    public boolean isNull() {
        return plain && NULLS.contains(text);
    }

    @Override
    public String shape() {
        return isNull() ? "nothing" : "'" + text + "'";
    }
}
