package org.openbankmark.topology.model.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbankmark.topology.model.raw.RawValue;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.yaml.YamlMapping;
import org.openbankmark.topology.model.yaml.YamlNode;
import org.openbankmark.topology.model.yaml.YamlScalar;
import org.openbankmark.topology.model.yaml.YamlSequence;

/** Takes default values over as they are. */
final class ValueParser {

    private ValueParser() {}

    static RawValue parse(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return new RawValue.Scalar(scalar.text(), scalar.isNull(), !scalar.plain(), scalar.span());
        }
        if (node instanceof YamlSequence sequence) {
            List<RawValue> items = new ArrayList<>();
            for (YamlNode item : sequence.items()) {
                items.add(parse(item));
            }
            return new RawValue.Items(items, sequence.span());
        }
        YamlMapping mapping = (YamlMapping) node;
        Map<String, RawValue.Entry> entries = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : mapping.entries()) {
            Spanned<String> key = new Spanned<>(entry.key().text(), entry.key().span());
            entries.put(key.value(), new RawValue.Entry(key, parse(entry.value())));
        }
        return new RawValue.Entries(entries, mapping.span());
    }
}
