package org.openbankmark.topology.model.diff;

import org.openbankmark.topology.model.KeySpec;

/** A key as people say it. */
public final class KeyText {

    private KeyText() {}

    /** Such as {@code iban} or {@code from, to}. */
    public static String of(KeySpec key) {
        if (key instanceof KeySpec.Fields fields) {
            return String.join(", ", fields.paths());
        }
        return key instanceof KeySpec.Time ? "$time" : "none";
    }
}
