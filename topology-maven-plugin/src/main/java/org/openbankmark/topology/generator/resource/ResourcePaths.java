package org.openbankmark.topology.generator.resource;

import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.type.NamedType;

/** Where a topology's resources lie on the class path. */
public final class ResourcePaths {
    private static final String ROOT = "META-INF/topology/";

    private ResourcePaths() {}

    /** The description of the topology. */
    public static String description(Topology topology) {
        return ROOT + topology.name() + ".json";
    }

    /** The Avro schema of a type. */
    public static String schema(Topology topology, NamedType type) {
        return ROOT + topology.name() + "/schemas/" + type.fullName() + ".avsc";
    }
}
