package org.openbankmark.topology.model.type;

import org.apache.avro.Schema;

/** One of Avro's primitive types, without a logical type. */
public enum PrimitiveType implements Type {
    NULL(Schema.Type.NULL),
    BOOLEAN(Schema.Type.BOOLEAN),
    INT(Schema.Type.INT),
    LONG(Schema.Type.LONG),
    FLOAT(Schema.Type.FLOAT),
    DOUBLE(Schema.Type.DOUBLE),
    BYTES(Schema.Type.BYTES),
    STRING(Schema.Type.STRING);

    private final Schema.Type avro;

    PrimitiveType(Schema.Type avro) {
        this.avro = avro;
    }

    /** A new schema each time, because Avro's schemas can be changed by whoever holds them. */
    @Override
    public Schema schema() {
        return Schema.create(avro);
    }
}
