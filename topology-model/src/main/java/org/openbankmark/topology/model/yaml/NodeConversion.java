package org.openbankmark.topology.model.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.Span;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Turns snakeyaml's nodes into ours: merges, refuses what the format does not allow, bounds what aliases expand to. */
final class NodeConversion {
    /** Values in a file with all aliases written out; some 5,000 records with as many topics need a tenth. */
    private static final long MAX_EXPANDED = 2_000_000;

    private static final Set<Tag> TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ, Tag.MERGE);

    private final Source source;
    private final ProblemCollector problems;
    private final IdentityHashMap<Node, YamlNode> done = new IdentityHashMap<>();
    private final IdentityHashMap<YamlNode, Long> sizes = new IdentityHashMap<>();
    private final Set<Node> open = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean restores;
    private long mergedEntries;
    private boolean refused;

    NodeConversion(Source source, ProblemCollector problems) {
        this.source = source;
        this.problems = problems;
        this.restores = !OptionalMark.isIn(source.text());
    }

    Optional<YamlNode> convert(Node root) {
        YamlNode node = visit(root);
        return refused ? Optional.empty() : Optional.of(node);
    }

    private YamlNode visit(Node node) {
        YamlNode known = done.get(node);
        if (known != null) {
            return known;
        }
        Span span = span(node);
        if (!open.add(node)) {
            refuse(Rule.RECURSIVE_ANCHOR, span, "the anchor here contains an alias to itself", "write the parts out");
            return new YamlScalar("", true, span);
        }
        if (!TAGS.contains(node.getTag())) {
            problems.report(
                    Rule.YAML_TAG, span, "the tag '" + node.getTag().getValue() + "' has no meaning here", "remove it");
        }
        YamlNode made = make(node, span);
        open.remove(node);
        done.put(node, made);
        long size = expanded(made);
        sizes.put(made, size);
        if (size > MAX_EXPANDED && !refused) {
            refuse(
                    Rule.ALIAS_BOMB,
                    span,
                    "with its aliases written out this holds more than " + MAX_EXPANDED + " values",
                    "use fewer aliases of aliases");
        }
        return made;
    }

    private YamlNode make(Node node, Span span) {
        if (node instanceof ScalarNode scalar) {
            return new YamlScalar(text(scalar), scalar.getScalarStyle() == DumperOptions.ScalarStyle.PLAIN, span);
        }
        if (node instanceof SequenceNode sequence) {
            List<YamlNode> items = new ArrayList<>(sequence.getValue().size());
            for (Node item : sequence.getValue()) {
                items.add(visit(item));
            }
            return new YamlSequence(items, span);
        }
        return mapping((MappingNode) node, span);
    }

    private String text(ScalarNode scalar) {
        return restores ? OptionalMark.restore(scalar.getValue()) : scalar.getValue();
    }

    private YamlMapping mapping(MappingNode node, Span span) {
        Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        Map<String, YamlScalar> own = new HashMap<>();
        boolean merged = false;
        for (NodeTuple tuple : node.getValue()) {
            if (!(visit(tuple.getKeyNode()) instanceof YamlScalar key)) {
                problems.report(
                        Rule.WRONG_SHAPE, span(tuple.getKeyNode()), "a key must be a text", "write a name here");
                continue;
            }
            YamlNode value = visit(tuple.getValueNode());
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                if (merged) {
                    problems.report(
                            Rule.DUPLICATE_KEY, key.span(), "a second '<<'", "merge several with one: '<<: [*a, *b]'");
                }
                merged = true;
                merge(key, value, entries);
                continue;
            }
            YamlScalar first = own.putIfAbsent(key.text(), key);
            if (first == null) {
                // What the mapping itself says wins, and keeps the place of what it replaces.
                entries.put(key.text(), new YamlMapping.Entry(key, value));
            } else {
                problems.report(
                        Rule.DUPLICATE_KEY,
                        key.span(),
                        "the key '" + key.text() + "' stands here twice",
                        "keep one of them; the first is in line " + first.span().line());
            }
        }
        return new YamlMapping(entries, span);
    }

    // https://yaml.org/type/merge.html: of several mappings the earlier wins.
    private void merge(YamlScalar key, YamlNode value, Map<String, YamlMapping.Entry> entries) {
        for (YamlMapping from : mergeSources(key, value)) {
            mergedEntries += from.entries().size();
            if (mergedEntries > MAX_EXPANDED && !refused) {
                refuse(
                        Rule.ALIAS_BOMB,
                        key.span(),
                        "the merge keys up to here copy more than " + MAX_EXPANDED + " entries",
                        "merge less");
            }
            if (!refused) {
                from.entriesByKey().forEach(entries::putIfAbsent);
            }
        }
    }

    private List<YamlMapping> mergeSources(YamlScalar key, YamlNode value) {
        List<YamlNode> candidates = value instanceof YamlSequence sequence ? sequence.items() : List.of(value);
        List<YamlMapping> mappings = new ArrayList<>();
        for (YamlNode candidate : candidates) {
            if (candidate instanceof YamlMapping mapping) {
                mappings.add(mapping);
            } else {
                problems.report(
                        Rule.MERGE_KEY,
                        key.span(),
                        "'<<' merges mappings, not " + candidate.shape(),
                        "give it an alias of a mapping: '<<: *name'");
            }
        }
        return mappings;
    }

    private long expanded(YamlNode node) {
        long size = 1;
        if (node instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                size += sizes.getOrDefault(item, 1L);
            }
        } else if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                size += 1 + sizes.getOrDefault(entry.value(), 1L);
            }
        }
        // Saturates, so that a bomb of many levels cannot overflow it.
        return Math.min(size, Long.MAX_VALUE / 4_000_000);
    }

    private Span span(Node node) {
        int line = node.getStartMark().getLine();
        int column = node.getStartMark().getColumn();
        int width = 1;
        if (node instanceof ScalarNode || node.getEndMark().getLine() == line) {
            int end = node.getEndMark().getLine() == line
                    ? node.getEndMark().getColumn()
                    : source.line(line + 1)
                            .map(text -> text.codePointCount(0, text.length()))
                            .orElse(column + 1);
            width = Math.max(1, end - column);
        }
        return new Span(source, line + 1, column + 1, width);
    }

    private void refuse(Rule rule, Span span, String message, String advice) {
        refused = true;
        problems.report(rule, span, message, advice);
    }
}
