package org.openbankmark.topology.sync.export;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbankmark.topology.model.Location;

/**
 * A topology file that describes what exists.
 *
 * @param yaml the file
 * @param schemas Avro files that it takes in, by their paths beside it
 * @param topics how many are in it
 * @param leftOut what it cannot say, each with the reason
 * @param lines the topics by the lines of the file where they begin
 * @param users by the path of a schema: the topics that use it
 */
public record Exported(
        String yaml,
        SortedMap<String, String> schemas,
        int topics,
        List<LeftOut> leftOut,
        NavigableMap<Integer, String> lines,
        SortedMap<String, SortedSet<String>> users) {

    public Exported {
        schemas = Collections.unmodifiableSortedMap(new TreeMap<>(schemas));
        leftOut = List.copyOf(leftOut);
        lines = Collections.unmodifiableNavigableMap(new TreeMap<>(lines));
        users = Collections.unmodifiableSortedMap(new TreeMap<>(users));
    }

    /** The topics that a place is about, in the file or in a schema beside it. */
    SortedSet<String> topicsAt(Location place) {
        for (Map.Entry<String, SortedSet<String>> schema : users.entrySet()) {
            if (("/" + place.file()).endsWith("/" + schema.getKey())) {
                return schema.getValue();
            }
        }
        Map.Entry<Integer, String> topic = lines.floorEntry(place.line());
        return topic == null ? new TreeSet<>() : new TreeSet<>(List.of(topic.getValue()));
    }

    /** A topic or a setting of one that is not in the file; a plan lists it and leaves it alone. */
    public record LeftOut(String name, String reason) {}
}
