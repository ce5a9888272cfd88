package org.openbankmark.topology.generator.client;

import java.util.stream.Collectors;
import org.openbankmark.topology.model.KeySpec;

/** A key in words, for Javadoc. */
final class KeyText {

    private KeyText() {}

    static String of(KeySpec key) {
        if (key instanceof KeySpec.Fields fields) {
            return "its key is "
                    + fields.paths().stream()
                            .map(path -> "{@code " + path + "}")
                            .collect(Collectors.joining(" and "))
                    + ".";
        }
        return key instanceof KeySpec.Time
                ? "its key is the time of sending."
                : "it has no key, so it may go to any partition.";
    }
}
