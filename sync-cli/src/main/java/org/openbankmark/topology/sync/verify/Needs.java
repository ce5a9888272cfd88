package org.openbankmark.topology.sync.verify;

import java.util.List;

/**
 * What a program needs of a live system.
 *
 * @param source a jar or a topology file
 */
public record Needs(String source, List<Need> topics) {

    public Needs {
        topics = List.copyOf(topics);
    }
}
