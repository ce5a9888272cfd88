package org.openbankmark.topology.model.avro;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.NamedType;

/**
 * The named types of the schema files.
 *
 * @param types complete, in the order of the files
 * @param broken full names of types that have mistakes, which are reported already
 */
public record ImportedSchemas(List<Spanned<NamedType>> types, Set<String> broken) {

    public ImportedSchemas {
        types = List.copyOf(types);
        broken = Set.copyOf(new TreeSet<>(broken));
    }
}
