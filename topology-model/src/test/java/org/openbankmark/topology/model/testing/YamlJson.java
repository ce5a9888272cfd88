package org.openbankmark.topology.model.testing;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.stream.Collectors;
import org.openbankmark.topology.model.yaml.YamlMapping;
import org.openbankmark.topology.model.yaml.YamlNode;
import org.openbankmark.topology.model.yaml.YamlScalar;
import org.openbankmark.topology.model.yaml.YamlSequence;

/** A YAML document as JSON, with the types that an editor gives plain scalars (YAML 1.2, core schema). */
public final class YamlJson {

    private YamlJson() {}

    public static String of(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return mapping.entries().stream()
                    .map(entry -> quoted(entry.key().text()) + ":" + of(entry.value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node instanceof YamlSequence sequence) {
            return sequence.items().stream().map(YamlJson::of).collect(Collectors.joining(",", "[", "]"));
        }
        YamlScalar scalar = (YamlScalar) node;
        String text = scalar.text();
        if (scalar.isNull()) {
            return "null";
        }
        if (scalar.plain() && text.matches("true|false|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            return text;
        }
        return quoted(text);
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
