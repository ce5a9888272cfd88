package org.openbankmark.topology.generator.resource;

import java.util.List;
import org.apache.avro.SchemaFormatter;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.type.RecordType;

/** The Avro schema of a record, whole, with the types that it contains: as the registry has it. */
public final class SchemaEmitter implements Emitter<RecordType> {
    private final Topology topology;

    public SchemaEmitter(Topology topology) {
        this.topology = topology;
    }

    @Override
    public List<GeneratedFile> emit(RecordType type) {
        return List.of(new GeneratedFile(
                GeneratedFile.Kind.RESOURCE,
                ResourcePaths.schema(topology, type),
                SchemaFormatter.format("json/pretty", type.schema()) + "\n",
                type.location().file() + ", " + type.path()));
    }
}
