package org.openbankmark.topology.model.avro;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;

/**
 * Refuses defaults with a record whose fields lead back to the record that has the default. Avro compares a default with its
 * type as soon as it has read the field; where it began with the other record, that one has no fields yet.
 */
final class CircleDefaults {
    private final Map<String, Integer> circles = new HashMap<>();
    private final ProblemCollector problems;

    private CircleDefaults(ProblemCollector problems) {
        this.problems = problems;
    }

    /**
     * Checks definitions.
     *
     * @param groups those that use one another
     */
    static void check(List<List<Definition>> groups, ProblemCollector problems) {
        CircleDefaults check = new CircleDefaults(problems);
        for (int i = 0; i < groups.size(); i++) {
            for (Definition definition : groups.get(i)) {
                check.circles.put(definition.fullName(), i);
            }
        }
        groups.forEach(group -> group.forEach(check::check));
    }

    private void check(Definition owner) {
        if (!(owner.json().members().get("fields") instanceof JsonValue.Items fields)) {
            return;
        }
        for (JsonValue each : fields.items()) {
            if (each instanceof JsonValue.Members field) {
                JsonValue type = field.members().get("type");
                JsonValue value = field.members().get("default");
                if (leadsBack(type, value, owner)) {
                    problems.report(
                            Rule.INVALID_DEFAULT,
                            value == null ? field.span() : value.span(),
                            "the default of '" + owner.fullName() + "." + field.text("name")
                                    + "' has a record whose fields lead back here: Avro cannot read its schema",
                            "leave the default out, or give an empty list or map");
                }
            }
        }
    }

    private boolean leadsBack(@Nullable JsonValue type, @Nullable JsonValue value, Definition owner) {
        if (type instanceof JsonValue.Items union) {
            // A default is of the first branch, and Avro looks no further than to the first that fits.
            return union.items().stream().limit(1).anyMatch(branch -> leadsBack(branch, value, owner));
        } else if (type instanceof JsonValue.Text name) {
            // An enum or fixed is in no circle. A record within one that does not lead back does not either.
            return value instanceof JsonValue.Members
                    && Objects.equals(circles.get(name.text()), circles.get(owner.fullName()));
        } else if (!(type instanceof JsonValue.Members members)) {
            return false;
        } else if (members.text("type").equals("array")) {
            JsonValue element = members.members().get("items");
            return value instanceof JsonValue.Items items
                    && items.items().stream().anyMatch(item -> leadsBack(element, item, owner));
        } else if (members.text("type").equals("map")) {
            JsonValue values = members.members().get("values");
            return value instanceof JsonValue.Members entries
                    && entries.members().values().stream().anyMatch(entry -> leadsBack(values, entry, owner));
        } else {
            return leadsBack(members.members().get("type"), value, owner);
        }
    }
}
