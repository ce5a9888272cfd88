package org.openbankmark.topology.generator.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/**
 * The fewest bytes that a value of a type takes in Avro binary: a count of items that cannot fit into the bytes that are
 * left is refused by it. Too small a number is safe. Not thread-safe.
 */
final class FewestBytes {
    /** Enough to tell a hostile count, and far from an overflow. */
    private static final int ENOUGH = 1 << 20;

    private final Map<RecordType, Integer> known = new HashMap<>();
    private final Set<RecordType> open = new HashSet<>();

    int of(Type type) {
        if (type instanceof PrimitiveType primitive) {
            return ofPrimitive(primitive);
        } else if (type instanceof LogicalType logical) {
            // The text of a UUID may be read from fewer digits than are written.
            return logical.kind() == LogicalKind.UUID && logical.base() == PrimitiveType.STRING
                    ? 1
                    : of(logical.base());
        } else if (type instanceof FixedType fixed) {
            return Math.min(fixed.size(), ENOUGH);
        } else if (type instanceof RecordType record) {
            return ofRecord(record);
        } else if (type instanceof UnionType union) {
            int fewest = union.branches().stream().mapToInt(this::of).min().orElse(0);
            return Math.min(fewest + 1, ENOUGH);
        } else {
            return 1;
        }
    }

    private int ofRecord(RecordType record) {
        Integer before = known.get(record);
        if (before != null) {
            return before;
        }
        if (!open.add(record)) {
            // A record within itself: at least nothing. The number stays a lower bound.
            return 0;
        }
        int sum = 0;
        for (Field field : record.fields()) {
            sum = Math.min(sum + of(field.type()), ENOUGH);
        }
        open.remove(record);
        known.put(record, sum);
        return sum;
    }

    private static int ofPrimitive(PrimitiveType type) {
        return switch (type) {
            case NULL -> 0;
            case FLOAT -> 4;
            case DOUBLE -> 8;
            case BOOLEAN, INT, LONG, BYTES, STRING -> 1;
        };
    }
}
