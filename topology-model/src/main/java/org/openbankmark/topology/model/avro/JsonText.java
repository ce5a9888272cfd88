package org.openbankmark.topology.model.avro;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Map;

/** Writes JSON. */
final class JsonText {

    private JsonText() {}

    static void write(JsonValue value, StringBuilder out) {
        if (value instanceof JsonValue.Text text) {
            quoted(text.text(), out);
        } else if (value instanceof JsonValue.Literal literal) {
            out.append(literal.json());
        } else if (value instanceof JsonValue.Items items) {
            out.append('[');
            for (int i = 0; i < items.items().size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(items.items().get(i), out);
            }
            out.append(']');
        } else if (value instanceof JsonValue.Members members) {
            out.append('{');
            String separator = "";
            for (Map.Entry<String, JsonValue> member : members.members().entrySet()) {
                out.append(separator);
                quoted(member.getKey(), out);
                out.append(':');
                write(member.getValue(), out);
                separator = ",";
            }
            out.append('}');
        }
    }

    private static void quoted(String text, StringBuilder out) {
        out.append('"')
                .append(JsonStringEncoder.getInstance().quoteAsString(text))
                .append('"');
    }
}
