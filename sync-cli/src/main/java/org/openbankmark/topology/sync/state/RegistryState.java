package org.openbankmark.topology.sync.state;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbankmark.topology.model.Compatibility;

/**
 * A schema registry as far as a plan needs it.
 *
 * @param subjects those that were asked for and exist
 * @param presetLevels of those that were asked for and have no version: the level that they were given all the same
 * @param otherSubjects names of all others, as far as the registry tells them
 * @param complete whether the registry told all names; some cut their list
 * @param referrers by a subject that may be deleted: those whose schemas refer to its schemas
 */
public record RegistryState(
        SortedMap<String, SubjectState> subjects,
        SortedMap<String, Compatibility> presetLevels,
        SortedSet<String> otherSubjects,
        boolean complete,
        SortedMap<String, SortedSet<String>> referrers) {
    public RegistryState {
        subjects = Collections.unmodifiableSortedMap(new TreeMap<>(subjects));
        presetLevels = Collections.unmodifiableSortedMap(new TreeMap<>(presetLevels));
        otherSubjects = Collections.unmodifiableSortedSet(new TreeSet<>(otherSubjects));
        referrers = Collections.unmodifiableSortedMap(new TreeMap<>(referrers));
    }

    /** The same with these levels of subjects without versions. */
    public RegistryState withPreset(SortedMap<String, Compatibility> found) {
        return new RegistryState(subjects, found, otherSubjects, complete, referrers);
    }

    /** The same with the subjects that refer to some of them. */
    public RegistryState with(SortedMap<String, SortedSet<String>> found) {
        return new RegistryState(subjects, presetLevels, otherSubjects, complete, found);
    }
}
