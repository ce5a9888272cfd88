package org.openbankmark.topology.sync.state;

import java.util.List;
import org.openbankmark.topology.model.Compatibility;

/**
 * A subject of the registry.
 *
 * @param level that holds for it, whether set on it or taken from the registry's global one
 * @param versions oldest first, at least one; where {@code complete} is false the latest alone
 * @param complete whether all versions were read, which is done only where the latest is not the wanted one
 */
public record SubjectState(String name, Compatibility level, List<Registered> versions, boolean complete) {

    public SubjectState {
        versions = List.copyOf(versions);
    }

    /** The latest version. */
    public Registered latest() {
        return versions.get(versions.size() - 1);
    }
}
