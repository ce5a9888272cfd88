package org.openbankmark.topology.sync.verify;

/**
 * Something that a program needs and a live system does not have.
 *
 * @param rule stable id: {@code topic-missing}, {@code partition-count}, {@code schema-missing}
 * @param resource a topic or a subject
 * @param message what is missing, and what that leads to; one line
 */
public record Lack(String rule, String resource, String message) {}
