package org.openbankmark.topology.model.yaml;

/** The text is YAML beyond its plain part, or none at all. Tells nothing of where: snakeyaml reads the text again, and does. */
final class NotPlainException extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlainException() {
        super("not plain YAML", null, false, false);
    }
}
