package org.openbankmark.topology.model.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.model.source.Source;

/**
 * Reads the part of YAML that topology files are mostly written in: block mappings, lists of words, flow collections, scalars that
 * end in their line, texts behind {@code |}, comments. In a JVM that has just started, as that of a build, it takes a fraction of
 * snakeyaml's time.
 *
 * <p>Where it gives a tree, it is the one that snakeyaml gives, place by place. Of anything else it says nothing, be it right or
 * wrong: anchors, tags, escapes, keys that stand twice, mistakes.
 */
final class PlainYaml {
    /** Far below the depth that is refused. */
    private static final int MAX_DEPTH = 30;

    /** Far below the number of values that is refused. */
    private static final int MAX_VALUES = 500_000;

    private final PlainCursor cursor;
    private int values;

    private PlainYaml(PlainCursor cursor) {
        this.cursor = cursor;
    }

    /** The document's root; empty where the text is not plain. */
    static Optional<YamlNode> read(Source source) {
        try {
            PlainCursor cursor = new PlainCursor(source);
            YamlNode root = new PlainYaml(cursor).block(0, 0);
            return cursor.indent() < 0 ? Optional.of(root) : Optional.empty();
        } catch (NotPlainException e) {
            return Optional.empty();
        }
    }

    /** A mapping or a list whose first line is here. */
    private YamlNode block(int indent, int depth) throws NotPlainException {
        if (cursor.indent() != indent || depth > MAX_DEPTH) {
            throw new NotPlainException();
        }
        return cursor.isDash() ? list(indent, depth) : mapping(indent, depth);
    }

    private YamlMapping mapping(int indent, int depth) throws NotPlainException {
        int line = cursor.line();
        int column = cursor.column();
        Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        do {
            YamlScalar key = cursor.key();
            cursor.spaces();
            put(entries, key, blockValue(indent, depth));
        } while (cursor.indent() == indent && !cursor.isDash());
        return new YamlMapping(entries, cursor.from(line, column));
    }

    /** The value behind a key; after it, the cursor is at a line that is not further indented than the key's. */
    private YamlNode blockValue(int indent, int depth) throws NotPlainException {
        YamlNode value;
        if (cursor.peek() == '|') {
            value = cursor.literal(indent);
        } else if (!cursor.isLineOver()) {
            value = inLine(depth);
        } else {
            cursor.endLine();
            int inner = cursor.indent();
            if (inner < indent || (inner == indent && !cursor.isDash())) {
                // Nothing stands for null.
                throw new NotPlainException();
            }
            boolean flow = cursor.peek() == '{' || cursor.peek() == '[';
            value = flow ? inLine(depth) : block(inner, depth + 1);
        }
        if (cursor.indent() > indent) {
            throw new NotPlainException();
        }
        return value;
    }

    private YamlSequence list(int indent, int depth) throws NotPlainException {
        int line = cursor.line();
        int column = cursor.column();
        List<YamlNode> items = new ArrayList<>();
        do {
            cursor.take('-');
            cursor.spaces();
            items.add(inLine(depth));
            if (cursor.indent() > indent) {
                throw new NotPlainException();
            }
        } while (cursor.indent() == indent && cursor.isDash());
        return new YamlSequence(items, cursor.from(line, column));
    }

    /** A value that begins in this line and has its last line for itself. */
    private YamlNode inLine(int depth) throws NotPlainException {
        YamlNode value = flow(false, depth);
        cursor.endLine();
        return value;
    }

    private YamlNode flow(boolean inFlow, int depth) throws NotPlainException {
        if (depth > MAX_DEPTH || ++values > MAX_VALUES) {
            throw new NotPlainException();
        }
        return switch (cursor.peek()) {
            case '{' -> flowMapping(depth);
            case '[' -> flowList(depth);
            default -> cursor.scalar(inFlow);
        };
    }

    private YamlMapping flowMapping(int depth) throws NotPlainException {
        int line = cursor.line();
        int column = cursor.column();
        Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        cursor.take('{');
        cursor.flowSpaces();
        while (cursor.peek() != '}') {
            YamlScalar key = cursor.key();
            cursor.flowSpaces();
            put(entries, key, flow(true, depth + 1));
            nextInFlow('}');
        }
        cursor.take('}');
        return new YamlMapping(entries, cursor.from(line, column));
    }

    private YamlSequence flowList(int depth) throws NotPlainException {
        int line = cursor.line();
        int column = cursor.column();
        List<YamlNode> items = new ArrayList<>();
        cursor.take('[');
        cursor.flowSpaces();
        while (cursor.peek() != ']') {
            items.add(flow(true, depth + 1));
            nextInFlow(']');
        }
        cursor.take(']');
        return new YamlSequence(items, cursor.from(line, column));
    }

    private void nextInFlow(char end) throws NotPlainException {
        cursor.flowSpaces();
        if (cursor.peek() != end) {
            cursor.take(',');
            cursor.flowSpaces();
        }
    }

    private static void put(Map<String, YamlMapping.Entry> entries, YamlScalar key, YamlNode value)
            throws NotPlainException {
        if (entries.put(key.text(), new YamlMapping.Entry(key, value)) != null) {
            throw new NotPlainException();
        }
    }
}
