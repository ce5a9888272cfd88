package org.openbankmark.topology.model.diff;

/** How much a finding matters. */
public enum Severity {
    /** Someone's data or program stops working as it did. */
    BREAKING,
    /** Works, but someone should look at it first. */
    RISKY,
    /** Good to know. */
    INFO
}
