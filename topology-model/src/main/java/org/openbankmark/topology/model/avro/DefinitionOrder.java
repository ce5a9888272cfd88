package org.openbankmark.topology.model.avro;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.type.Circles;

/** Orders definitions so that each comes after those it uses; those that use one another stand together. */
final class DefinitionOrder {
    private DefinitionOrder() {}

    /** Groups of definitions that use one another, each after the groups that it uses. */
    static List<List<Definition>> groups(Map<String, Definition> definitions) {
        List<List<Definition>> groups = new ArrayList<>();
        for (List<String> names : Circles.of(definitions.keySet(), name -> uses(definitions.get(name), definitions))) {
            List<Definition> group = new ArrayList<>();
            for (String name : names) {
                Definition definition = definitions.get(name);
                if (definition != null) {
                    group.add(definition);
                }
            }
            groups.add(group);
        }
        return groups;
    }

    private static List<String> uses(@Nullable Definition definition, Map<String, Definition> definitions) {
        return definition == null
                ? List.of()
                : definition.uses().stream().filter(definitions::containsKey).toList();
    }
}
