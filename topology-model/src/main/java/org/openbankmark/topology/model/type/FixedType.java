package org.openbankmark.topology.model.type;

import java.util.Optional;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.Location;

/**
 * Bytes of a fixed number.
 *
 * <p>Among a topology's types its schema has the logical type, if one stands on it, such as that of a UUID; as the base of
 * a {@link LogicalType} it has none.
 *
 * @param size in bytes
 */
public record FixedType(
        String name, String namespace, int size, Optional<String> doc, Location location, String path, Schema schema)
        implements NamedType {}
