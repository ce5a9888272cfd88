package org.openbankmark.topology.runtime.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.openbankmark.topology.runtime.codec.TrustedClasses;

/** A record with logical types, a nullable field, a list and itself, as generated. */
@AvroGenerated
public final class Transfer extends SpecificRecordBase {
    private static final long serialVersionUID = 1L;

    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
                    {"type":"record","name":"Transfer","namespace":"org.openbankmark.topology.runtime.sample",
                     "aliases":["old.Payment"],"fields":[
                    {"name":"id","type":{"type":"fixed","name":"Id","size":16,"logicalType":"uuid"}},
                    {"name":"amount","type":{"type":"bytes","logicalType":"decimal","precision":12,"scale":2}},
                    {"name":"at","type":{"type":"long","logicalType":"timestamp-micros"}},
                    {"name":"count","type":"long"},
                    {"name":"note","type":["null",{"type":"string","avro.java.string":"String"}],"default":null},
                    {"name":"lines","type":{"type":"array","items":"long"},"default":[]},
                    {"name":"parent","type":["null","Transfer"],"default":null}]}""");

    private static final SpecificData MODEL$ = new SpecificData();

    static {
        MODEL$.addLogicalTypeConversion(new Conversions.UUIDConversion());
        MODEL$.addLogicalTypeConversion(new Conversions.DecimalConversion());
        MODEL$.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        TrustedClasses.trust(Transfer.class);
    }

    private UUID id;
    private BigDecimal amount;
    private Instant at;
    private long count;
    private String note;
    private List<Long> lines;
    private Transfer parent;

    /** For Avro's readers. */
    public Transfer() {}

    public Transfer(
            UUID id, BigDecimal amount, Instant at, long count, String note, List<Long> lines, Transfer parent) {
        this.id = id;
        this.amount = amount;
        this.at = at;
        this.count = count;
        this.note = note;
        this.lines = lines;
        this.parent = parent;
    }

    @Override
    public SpecificData getSpecificData() {
        return MODEL$;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public org.apache.avro.Conversion<?> getConversion(int field) {
        return switch (field) {
            case 0 -> new Conversions.UUIDConversion();
            case 1 -> new Conversions.DecimalConversion();
            case 2 -> new TimeConversions.TimestampMicrosConversion();
            default -> null;
        };
    }

    @Override
    public Object get(int field) {
        return switch (field) {
            case 0 -> id;
            case 1 -> amount;
            case 2 -> at;
            case 3 -> count;
            case 4 -> note;
            case 5 -> lines;
            case 6 -> parent;
            default -> throw new AvroRuntimeException("no field " + field);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public void put(int field, Object value) {
        switch (field) {
            case 0 -> id = (UUID) value;
            case 1 -> amount = (BigDecimal) value;
            case 2 -> at = (Instant) value;
            case 3 -> count = (Long) value;
            case 4 -> note = (String) value;
            case 5 -> lines = (List<Long>) value;
            case 6 -> parent = (Transfer) value;
            default -> throw new AvroRuntimeException("no field " + field);
        }
    }
}
