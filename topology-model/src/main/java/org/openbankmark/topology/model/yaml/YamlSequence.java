package org.openbankmark.topology.model.yaml;

import java.util.List;
import org.openbankmark.topology.model.source.Span;

/** A list. */
public record YamlSequence(List<YamlNode> items, Span span) implements YamlNode {

    public YamlSequence {
        items = List.copyOf(items);
    }

    @Override
    public String shape() {
        return "a list";
    }
}
