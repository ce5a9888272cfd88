package org.openbankmark.topology.model.diff;

import java.util.Optional;
import org.openbankmark.topology.model.Location;

/**
 * One consequence of a change.
 *
 * @param rule the rule's stable id, such as {@code schema-incompatible}
 * @param resource what it is about: the name of a topic or of a subject
 * @param message what breaks, and for whom; one line
 * @param advice the smallest alternative that breaks nothing; one line
 * @param location where the file says it
 */
public record Finding(
        String rule, Severity severity, String resource, String message, String advice, Optional<Location> location) {}
