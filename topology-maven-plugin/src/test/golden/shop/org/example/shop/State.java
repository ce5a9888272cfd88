package org.example.shop;

import javax.annotation.processing.Generated;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.specific.AvroGenerated;
import org.openbankmark.topology.runtime.codec.TrustedClasses;

/** The enum State. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, types.State")
public enum State implements GenericEnumSymbol<State> {
    OPEN,
    SHIPPED;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"enum","name":"State","namespace":"org.example.shop","symbols":["OPEN","SHIPPED"],\
            "default":"OPEN"}""");

    private static final State[] VALUES$ = values();

    static {
        TrustedClasses.trust(State.class);
    }

    /** The same as {@link #SCHEMA$}. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    /** The constant with that ordinal, without the copy that {@link #values} makes. */
    public static State at(int ordinal$) {
        return VALUES$[ordinal$];
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }
}
