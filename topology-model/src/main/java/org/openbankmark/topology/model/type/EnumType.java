package org.openbankmark.topology.model.type;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.Location;

/**
 * An enum.
 *
 * @param symbols in the order of their Avro indexes
 * @param defaultSymbol what a reader takes for a symbol it does not know
 */
public record EnumType(
        String name,
        String namespace,
        List<String> symbols,
        Optional<String> defaultSymbol,
        Optional<String> doc,
        Location location,
        String path,
        Schema schema)
        implements NamedType {

    public EnumType {
        symbols = List.copyOf(symbols);
    }
}
