package org.openbankmark.topology.generator.testing;

import java.util.List;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.generator.record.Origin;
import org.openbankmark.topology.generator.record.TypeFiles;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/** What the generator makes of a model's types. */
public final class Generation {
    private Generation() {}

    /** All files, fixtures among them. */
    public static List<GeneratedFile> files(SchemaModel model) {
        try {
            JavaNames names = JavaNames.of(model.topology());
            return new TypeFiles(
                            names, new Origin("topology-maven-plugin test", "topology.yaml"), record -> List.of(), true)
                    .emitAll(model.types());
        } catch (InvalidTopologyException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
