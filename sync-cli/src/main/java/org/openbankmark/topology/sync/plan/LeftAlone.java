package org.openbankmark.topology.sync.plan;

/**
 * Something that is not as the file says, and that a plan does not touch on its own.
 *
 * @param rule stable id, such as {@code newer-version}
 * @param resource a topic or a subject
 * @param message what is different; one line
 * @param advice what can be done; one line
 */
public record LeftAlone(String rule, String resource, String message, String advice) {}
