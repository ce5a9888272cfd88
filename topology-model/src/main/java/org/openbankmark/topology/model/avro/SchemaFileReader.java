package org.openbankmark.topology.model.avro;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.source.Source;

/** Schema files to types of the model. */
public final class SchemaFileReader {

    private SchemaFileReader() {}

    /** The types that the files define, which may use one another in any order. Mistakes are reported. */
    public static ImportedSchemas read(List<Source> files, ProblemCollector problems) {
        Map<String, Definition> definitions = new LinkedHashMap<>();
        DefinitionReader reader = new DefinitionReader(definitions, problems);
        int before = problems.count();
        for (Source file : files) {
            JsonReader.read(file, problems).ifPresent(reader::read);
        }
        if (definitions.isEmpty() || problems.count() > before) {
            return new ImportedSchemas(List.of(), definitions.keySet());
        }
        return new DefinitionParser(definitions, problems).parse();
    }
}
