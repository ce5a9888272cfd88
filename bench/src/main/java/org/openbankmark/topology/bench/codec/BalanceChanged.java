package org.openbankmark.topology.bench.codec;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.NullUnmarked;
import org.openbankmark.topology.runtime.codec.TrustedClasses;

/** The bank's event, as generated. */
@AvroGenerated
@NullUnmarked
public final class BalanceChanged extends SpecificRecordBase {
    private static final long serialVersionUID = 1L;

    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
                    {"type":"record","name":"BalanceChanged","namespace":"org.openbankmark.topology.bench.codec","fields":[
                    {"name":"iban","type":{"type":"string","avro.java.string":"String"}},
                    {"name":"new_balance","type":"long"},
                    {"name":"changed_by","type":"long"},
                    {"name":"from_to","type":{"type":"string","avro.java.string":"String"}},
                    {"name":"description","type":{"type":"string","avro.java.string":"String"}}]}""");

    private static final SpecificData MODEL$ = new SpecificData();

    static {
        TrustedClasses.trust(BalanceChanged.class);
    }

    private String iban;
    private long newBalance;
    private long changedBy;
    private String fromTo;
    private String description;

    /** For Avro's readers. */
    public BalanceChanged() {}

    public BalanceChanged(String iban, long newBalance, long changedBy, String fromTo, String description) {
        this.iban = iban;
        this.newBalance = newBalance;
        this.changedBy = changedBy;
        this.fromTo = fromTo;
        this.description = description;
    }

    /** 68 bytes of Avro, as in the bank. */
    public static BalanceChanged example() {
        return new BalanceChanged(
                "NL66OPEN0000000000", 123_456_789L, -1_234L, "NL80OPEN0123456789", "ah pin 2026-01-01T12:00");
    }

    public String getIban() {
        return iban;
    }

    public long getNewBalance() {
        return newBalance;
    }

    public long getChangedBy() {
        return changedBy;
    }

    public String getFromTo() {
        return fromTo;
    }

    public String getDescription() {
        return description;
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
    public Object get(int field) {
        return switch (field) {
            case 0 -> iban;
            case 1 -> newBalance;
            case 2 -> changedBy;
            case 3 -> fromTo;
            case 4 -> description;
            default -> throw new AvroRuntimeException("no field " + field);
        };
    }

    @Override
    public void put(int field, Object value) {
        switch (field) {
            case 0 -> iban = (String) value;
            case 1 -> newBalance = (Long) value;
            case 2 -> changedBy = (Long) value;
            case 3 -> fromTo = (String) value;
            case 4 -> description = (String) value;
            default -> throw new AvroRuntimeException("no field " + field);
        }
    }
}
