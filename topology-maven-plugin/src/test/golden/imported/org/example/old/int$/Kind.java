package org.example.old.int$;

import javax.annotation.processing.Generated;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.specific.AvroGenerated;
import org.openbankmark.topology.runtime.codec.TrustedClasses;

/** The enum Kind. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "avro/legacy.avsc, org.example.old.int.Kind")
public enum Kind implements GenericEnumSymbol<Kind> {
    A,
    class$;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"enum","name":"Kind","namespace":"org.example.old.int","symbols":["A","class"],"default":"A"}""");

    private static final Kind[] VALUES$ = values();

    static {
        TrustedClasses.trust(Kind.class);
    }

    /** The same as {@link #SCHEMA$}. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    /** The constant with that ordinal, without the copy that {@link #values} makes. */
    public static Kind at(int ordinal$) {
        return VALUES$[ordinal$];
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    /** The symbol as it is in the schema. */
    @Override
    public String toString() {
        return SCHEMA$.getEnumSymbols().get(ordinal());
    }
}
