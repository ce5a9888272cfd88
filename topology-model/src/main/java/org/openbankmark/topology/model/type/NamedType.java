package org.openbankmark.topology.model.type;

import java.util.Optional;
import org.openbankmark.topology.model.Location;

/** A type with a full name of its own: a record, an enum or a fixed. Equal to itself only. */
public sealed interface NamedType extends Type permits RecordType, EnumType, FixedType {

    /** The name without its namespace. */
    String name();

    /** The Avro namespace; empty for none. */
    String namespace();

    /** Namespace and name joined by a dot. */
    default String fullName() {
        return namespace().isEmpty() ? name() : namespace() + "." + name();
    }

    /** What the author says of it. */
    Optional<String> doc();

    /** Where it is defined. */
    Location location();

    /** Its place in the structure of its file, such as {@code records.BalanceChanged}; unlike a line it outlives edits elsewhere. */
    String path();
}
