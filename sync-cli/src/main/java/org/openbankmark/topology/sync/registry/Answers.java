package org.openbankmark.topology.sync.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openbankmark.topology.model.Compatibility;

/**
 * What a registry said of subjects when it was asked.
 *
 * @param listed names of all subjects, as far as the registry tells them
 * @param bySubject of those that were asked for; empty for one that does not exist
 */
record Answers(SortedSet<String> listed, Map<String, Optional<Answer>> bySubject) {

    /**
     * Of one subject.
     *
     * @param latest its latest version, not parsed
     * @param level that holds for it
     */
    record Answer(JsonNode latest, Compatibility level) {}

    Answers {
        listed = Collections.unmodifiableSortedSet(new TreeSet<>(listed));
        bySubject = Map.copyOf(bySubject);
    }
}
