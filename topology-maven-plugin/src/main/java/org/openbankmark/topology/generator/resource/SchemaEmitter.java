package org.openbankmark.topology.generator.resource;

import java.util.List;
import org.apache.avro.SchemaFormatter;
import org.openbankmark.topology.generator.Emitter;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.type.RecordType;

/** The Avro schema of a record, whole, with the types that it contains: as the registry has it. */
public final class SchemaEmitter implements Emitter<RecordType> {
    /** Found once, while the class is initialized: several threads must not look for formatters at once (Avro 1.12.2). */
    private static final SchemaFormatter PRETTY = SchemaFormatter.getInstance("json/pretty");

    private final Topology topology;

    public SchemaEmitter(Topology topology) {
        this.topology = topology;
    }

    @Override
    public List<GeneratedFile> emit(RecordType type) {
        return List.of(new GeneratedFile(
                GeneratedFile.Kind.RESOURCE,
                ResourcePaths.schema(topology, type),
                PRETTY.format(type.schema()) + "\n",
                type.location().file() + ", " + type.path()));
    }
}
