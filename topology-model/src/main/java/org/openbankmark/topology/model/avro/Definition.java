package org.openbankmark.topology.model.avro;

import java.util.LinkedHashSet;
import java.util.Set;
import org.openbankmark.topology.model.source.Span;

/**
 * A named type as a schema file defines it, with each type that it contains replaced by that type's full name.
 *
 * @param uses the full names of the types that it is made of
 */
record Definition(String fullName, JsonValue.Members json, Set<String> uses, Span span) {
    Definition {
        uses = new LinkedHashSet<>(uses);
    }

    /** Whether the other says the same, wherever it stands. */
    boolean sameAs(Definition other) {
        return json.json().equals(other.json.json());
    }
}
