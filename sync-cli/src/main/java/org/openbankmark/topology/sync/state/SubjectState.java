package org.openbankmark.topology.sync.state;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.Compatibility;

/**
 * A subject of the registry.
 *
 * @param level that holds for it, whether set on it or taken from the registry's global one
 * @param versions oldest first, at least one; where {@code complete} is false the latest alone
 * @param complete whether all versions were read, which is done only where the latest is not the wanted one
 * @param same the version that the registry takes for the wanted schema where no version has its text, as in one that normalizes
 */
public record SubjectState(
        String name, Compatibility level, List<Registered> versions, boolean complete, Optional<Integer> same) {

    public SubjectState {
        versions = List.copyOf(versions);
    }

    /** One whose versions tell by their texts whether they have the wanted schema. */
    public SubjectState(String name, Compatibility level, List<Registered> versions, boolean complete) {
        this(name, level, versions, complete, Optional.empty());
    }

    /** The latest version. */
    public Registered latest() {
        return versions.get(versions.size() - 1);
    }
}
