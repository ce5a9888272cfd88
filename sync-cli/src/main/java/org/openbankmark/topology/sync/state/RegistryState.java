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
 * @param otherSubjects names of all others, as far as the registry tells them
 * @param complete whether the registry told all names; some cut their list
 * @param referrers by a subject that may be deleted: those whose schemas refer to its schemas
 */
public record RegistryState(
        SortedMap<String, SubjectState> subjects,
        SortedSet<String> otherSubjects,
        boolean complete,
        SortedMap<String, SortedSet<String>> referrers) {
    public RegistryState {
        subjects = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
        otherSubjects = Collections.unmodifiableSortedSet(new TreeSet<>(otherSubjects));
        referrers = Collections.unmodifiableSortedMap(new TreeMap<>(referrers));
    }

    /** The same with the subjects that refer to some of them. */
    public RegistryState with(SortedMap<String, SortedSet<String>> found) {
        return new RegistryState(subjects, otherSubjects, complete, found);
    }
}
