package org.example.bank;

import javax.annotation.processing.Generated;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.specific.AvroGenerated;
import org.openbankmark.topology.runtime.codec.TrustedClasses;

/** Who acts for the account. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "bank.yaml, types.Atype")
public enum Atype implements GenericEnumSymbol<Atype> {
    AUTO,
    MANUAL;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"enum","name":"Atype","namespace":"org.example.bank","doc":"Who acts for the account.",\
            "symbols":["AUTO","MANUAL"]}""");

    private static final Atype[] VALUES$ = values();

    static {
        TrustedClasses.trust(Atype.class);
    }

    /** The same as {@link #SCHEMA$}. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    /** The constant with that ordinal, without the copy that {@link #values} makes. */
    public static Atype at(int ordinal$) {
        return VALUES$[ordinal$];
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }
}
