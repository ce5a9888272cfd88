package org.openbankmark.topology.generator.output;

import java.util.List;

/**
 * What a run did to the disk.
 *
 * @param written files that were new or other than they shall be
 * @param unchanged files that were right already and were not touched
 * @param removed files that nothing generates any more
 * @param kept files that nothing generates any more, but that somebody has edited by hand; they are left where they are
 */
public record Changes(List<String> written, int unchanged, List<String> removed, List<String> kept) {

    public Changes {
        written = List.copyOf(written);
        removed = List.copyOf(removed);
        kept = List.copyOf(kept);
    }
}
