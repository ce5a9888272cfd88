package org.openbankmark.topology.runtime.codec;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * For generated errors: what Avro knows of their values, with which they are compared as records are. Avro's base class of
 * errors asks in {@code equals} for an order, and maps have none. As safe for use by several threads as {@link SpecificData}.
 */
public final class ErrorData extends SpecificData {

    /** Finds classes by the loader of the generated one. */
    public ErrorData(ClassLoader loader) {
        super(loader);
    }

    /** 0 for equal values, also where they contain maps; of those that are not, maps have no order. */
    @Override
    public int compare(@Nullable Object first, @Nullable Object second, Schema schema) {
        return compare(first, second, schema, true);
    }
}
