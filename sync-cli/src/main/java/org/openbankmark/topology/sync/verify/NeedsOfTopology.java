package org.openbankmark.topology.sync.verify;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.Topology;

/** What programs of a topology need. */
public final class NeedsOfTopology {

    private NeedsOfTopology() {}

    public static Needs of(Topology topology) {
        return new Needs(
                topology.source(),
                topology.topics().stream()
                        .map(topic -> {
                            SortedMap<String, Schema> schemas = new TreeMap<>();
                            topic.types().forEach(type -> schemas.put(topic.subject(type), type.schema()));
                            return new Need(
                                    topic.name(), topic.partitions(), topic.key() instanceof KeySpec.Fields, schemas);
                        })
                        .toList());
    }
}
