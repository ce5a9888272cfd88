package org.openbankmark.topology.sync.export;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A topology file that describes what exists.
 *
 * @param yaml the file
 * @param schemas Avro files that it takes in, by their paths beside it
 * @param topics how many are in it
 * @param leftOut what it cannot say, each with the reason
 */
public record Exported(String yaml, SortedMap<String, String> schemas, int topics, List<LeftOut> leftOut) {

    public Exported {
        schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
        leftOut = List.copyOf(leftOut);
    }

    /** A topic or a subject that is not in the file; a plan lists it as unmanaged and leaves it alone. */
    public record LeftOut(String name, String reason) {}
}
