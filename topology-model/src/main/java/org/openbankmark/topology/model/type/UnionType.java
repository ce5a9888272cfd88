package org.openbankmark.topology.model.type;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A value of one of several types.
 *
 * @param branches in the order of their indexes on the wire
 */
public record UnionType(List<Type> branches, Schema schema) implements Type {

    public UnionType {
        branches = List.copyOf(branches);
    }

    /** The branch that is not null where there is but one, be null beside it or not. */
    public Optional<Type> onlyValue() {
        List<Type> values =
                branches.stream().filter(branch -> branch != PrimitiveType.NULL).toList();
        return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
    }

    /** The other branch where this is null and exactly one other type, in either order. */
    public Optional<Type> optionalOf() {
        if (branches.size() != 2 || !branches.contains(PrimitiveType.NULL)) {
            return Optional.empty();
        }
        return Optional.of(branches.get(0) == PrimitiveType.NULL ? branches.get(1) : branches.get(0));
    }
}
