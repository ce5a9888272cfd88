package org.openbankmark.topology.generator.record;

import java.util.HashMap;
import java.util.Map;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/**
 * How deep the shallowest value of a type goes, in records, where lists and maps are empty. So a value of records that contain each other
 * can be brought to an end. Not thread-safe.
 */
final class Nesting {
    private static final int ENDLESS = Integer.MAX_VALUE;

    // A record is equal to itself only.
    private final Map<RecordType, Integer> depths = new HashMap<>();

    /** Records one within another; the largest number there is if none of its values ends. */
    int depth(Type type) {
        meet(type);
        boolean changed = true;
        while (changed) { // each turn settles those that are one level deeper, at least
            changed = false;
            for (Map.Entry<RecordType, Integer> record : depths.entrySet()) {
                int depth = deepestField(record.getKey());
                changed |= depth < record.getValue();
                record.setValue(depth);
            }
        }
        return known(type);
    }

    private void meet(Type type) {
        if (type instanceof UnionType union) {
            union.branches().forEach(this::meet);
        } else if (type instanceof RecordType record && depths.putIfAbsent(record, ENDLESS) == null) {
            record.fields().forEach(field -> meet(field.type()));
        }
    }

    private int deepestField(RecordType record) {
        int deepest = 0;
        for (Field field : record.fields()) {
            deepest = Math.max(deepest, known(field.type()));
        }
        return deepest == ENDLESS ? ENDLESS : deepest + 1;
    }

    private int known(Type type) {
        if (type instanceof RecordType record) {
            return depths.getOrDefault(record, ENDLESS);
        }
        return type instanceof UnionType union
                ? union.branches().stream().mapToInt(this::known).min().orElse(ENDLESS)
                : 0;
    }
}
