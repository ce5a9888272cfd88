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
        return files(model, true);
    }

    /** All files. */
    public static List<GeneratedFile> files(SchemaModel model, boolean fixtures) {
        Origin origin = new Origin("topology-maven-plugin test", "topology.yaml");
        TypeFiles files = new TypeFiles(names(model), origin, record -> List.of(), fixtures);
        return TypeFiles.withFiles(model.types()).stream()
                .flatMap(type -> files.emit(type).stream())
                .toList();
    }

    /** The names that the files use. */
    public static JavaNames names(SchemaModel model) {
        try {
            return JavaNames.of(model.topology());
        } catch (InvalidTopologyException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
