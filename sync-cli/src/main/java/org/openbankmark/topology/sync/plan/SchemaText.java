package org.openbankmark.topology.sync.plan;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** In what schemas differ, in words. */
final class SchemaText {

    private SchemaText() {}

    /** One line for people. */
    static String difference(Schema before, Schema after) {
        if (before.equals(after)) {
            return "only its documentation or aliases changed";
        }
        if (before.getType() != Schema.Type.RECORD || after.getType() != Schema.Type.RECORD) {
            return "its type changed";
        }
        List<String> parts = new ArrayList<>();
        names("new field", missing(after, before), parts);
        names("without field", missing(before, after), parts);
        names("changed field", changed(before, after), parts);
        return parts.isEmpty() ? "its properties or its order of fields changed" : String.join("; ", parts);
    }

    private static void names(String what, List<String> names, List<String> parts) {
        if (!names.isEmpty()) {
            parts.add(what + (names.size() == 1 ? " " : "s ") + String.join(", ", names));
        }
    }

    private static List<String> missing(Schema in, Schema from) {
        return in.getFields().stream()
                .map(Schema.Field::name)
                .filter(name -> from.getField(name) == null)
                .toList();
    }

    private static List<String> changed(Schema before, Schema after) {
        return after.getFields().stream()
                .filter(field -> {
                    Schema.Field earlier = before.getField(field.name());
                    return earlier != null && !sameField(earlier, field);
                })
                .map(Schema.Field::name)
                .toList();
    }

    private static boolean sameField(Schema.Field one, Schema.Field other) {
        return one.schema().equals(other.schema())
                && java.util.Objects.equals(one.defaultVal(), other.defaultVal())
                && one.order() == other.order();
    }
}
