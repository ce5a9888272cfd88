package org.openbankmark.topology.sync.plan;

import java.util.Optional;

/**
 * A setting of a topic: set where only {@code to} is there, removed where only {@code from} is.
 *
 * @param from what is set on the topic now
 * @param to what the file says
 */
public record ConfigEdit(String name, Optional<String> from, Optional<String> to) {}
