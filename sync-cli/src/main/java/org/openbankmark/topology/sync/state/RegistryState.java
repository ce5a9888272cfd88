package org.openbankmark.topology.sync.state;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A schema registry as far as a plan needs it.
 *
 * @param subjects those that were asked for and exist
 * @param otherSubjects names of all others
 */
public record RegistryState(SortedMap<String, SubjectState> subjects, SortedSet<String> otherSubjects) {

    public RegistryState {
        subjects = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
        otherSubjects = Collections.unmodifiableSortedSet(new TreeSet<>(otherSubjects));
    }
}
