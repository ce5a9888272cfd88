package org.openbankmark.topology.model.diff;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Turns Avro's place in a schema, such as {@code /fields/2/type/fields/0/type}, into names of fields. */
final class FieldPlace {

    private FieldPlace() {}

    /** Dotted names; as far as they can be found in the schema. */
    static String of(Schema schema, String location) {
        List<String> names = new ArrayList<>();
        Schema at = schema;
        String[] steps = location.split("/", -1);
        for (int i = 1; i < steps.length; i++) {
            switch (steps[i]) {
                case "fields" -> {
                    int index = i + 1 < steps.length ? number(steps[i + 1]) : -1;
                    if (at.getType() != Schema.Type.RECORD
                            || index < 0
                            || index >= at.getFields().size()) {
                        return String.join(".", names);
                    }
                    Schema.Field field = at.getFields().get(index);
                    names.add(field.name());
                    at = field.schema();
                    i++;
                }
                case "items" -> at = at.getType() == Schema.Type.ARRAY ? at.getElementType() : at;
                case "values" -> at = at.getType() == Schema.Type.MAP ? at.getValueType() : at;
                default -> {
                    int branch = number(steps[i]);
                    if (at.getType() == Schema.Type.UNION
                            && branch >= 0
                            && branch < at.getTypes().size()) {
                        at = at.getTypes().get(branch);
                    }
                }
            }
        }
        return String.join(".", names);
    }

    private static int number(String step) {
        return step.matches("[0-9]{1,9}") ? Integer.parseInt(step) : -1;
    }
}
