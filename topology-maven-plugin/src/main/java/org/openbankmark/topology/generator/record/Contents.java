package org.openbankmark.topology.generator.record;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/**
 * What a record contains at any depth.
 *
 * @param named types with a class of their own, the record itself first, in the order of their first use
 * @param logical kinds of logical types
 * @param containsItself whether one of its values can lie within another
 */
record Contents(Set<NamedType> named, Set<LogicalKind> logical, boolean containsItself) {

    static Contents of(RecordType record) {
        Walk walk = new Walk(record);
        walk.named.add(record);
        Deque<RecordType> open = new ArrayDeque<>();
        open.add(record);
        while (!open.isEmpty()) {
            for (Field field : open.remove().fields()) {
                walk.visit(field.type(), open);
            }
        }
        return new Contents(walk.named, walk.logical, walk.containsItself);
    }

    private static final class Walk {
        private final RecordType start;
        private final Set<NamedType> named = new LinkedHashSet<>();
        private final Set<LogicalKind> logical = EnumSet.noneOf(LogicalKind.class);
        private boolean containsItself;

        Walk(RecordType start) {
            this.start = start;
        }

        void visit(Type type, Deque<RecordType> open) {
            if (type instanceof ArrayType array) {
                visit(array.element(), open);
            } else if (type instanceof MapType map) {
                visit(map.value(), open);
            } else if (type instanceof UnionType union) {
                union.branches().forEach(branch -> visit(branch, open));
            } else if (type instanceof LogicalType logicalType) {
                logical.add(logicalType.kind());
            } else if (type instanceof NamedType namedType) {
                containsItself |= namedType == start;
                if (named.add(namedType) && namedType instanceof RecordType record) {
                    open.add(record);
                }
            }
        }
    }
}
