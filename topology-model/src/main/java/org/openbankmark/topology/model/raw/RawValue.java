package org.openbankmark.topology.model.raw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.source.Spanned;

/** A default value as it is written; what it means follows from its type. */
public sealed interface RawValue {

    /** Where it stands. */
    Span span();

    /**
     * A scalar.
     *
     * @param isNull whether it is null and not a text
     * @param quoted whether it stands in quotes and so is a text whatever it looks like
     */
    record Scalar(String text, boolean isNull, boolean quoted, Span span) implements RawValue {}

    /** A list. */
    record Items(List<RawValue> items, Span span) implements RawValue {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping in the order of the file. */
    record Entries(Map<String, Entry> entries, Span span) implements RawValue {
        public Entries {
            entries = new LinkedHashMap<>(entries);
        }
    }

    /** A key with its value. */
    record Entry(Spanned<String> key, RawValue value) {}
}
