package org.example.names;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.lang.Object;
import javax.annotation.processing.Generated;
import org.apache.avro.Schema;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.specific.SpecificRecordBuilderBase;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.Fields;
import org.openbankmark.topology.runtime.codec.TrustedClasses;

/** The record String. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "names.yaml, records.String")
@NullMarked
public final class String extends SpecificRecordBase {
    private static final long serialVersionUID = -752361741158240980L;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"String","namespace":"org.example.names","fields":[
            {"name":"value","type":{"type":"string","avro.java.string":"String"}},
            {"name":"Schema","type":"long"},
            {"name":"SCHEMA","type":"int"}]}""");

    private static final SpecificData MODEL$ = new SpecificData(String.class.getClassLoader());

    static {
        TrustedClasses.trust(String.class);
    }

    private java.lang.String value;
    private long schema$;
    private int sCHEMA;

    /** For Avro and Java's serialization, which fill the fields afterwards. */
    public String() {}

    /** All fields. Lists and maps are copied; a null is refused where the schema has none. */
    public String(java.lang.String value, long schema$, int sCHEMA) {
        this.value = Fields.required(value, "String.value");
        this.schema$ = schema$;
        this.sCHEMA = sCHEMA;
    }

    /** A builder without values; what is not set gets the schema's default. */
    public static Builder newBuilder() {
        return new Builder();
    }

    /** A builder with the values of another. */
    public static Builder newBuilder(Builder other$) {
        return new Builder(other$);
    }

    /** A builder with the values of a record. */
    public static Builder newBuilder(String other$) {
        return new Builder(other$);
    }

    public java.lang.String getValue() {
        return value;
    }

    public long getSchema$() {
        return schema$;
    }

    public int getSCHEMA() {
        return sCHEMA;
    }

    /** The same as {@link #SCHEMA$}. */
    public static Schema getClassSchema() {
        return SCHEMA$;
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
    public @Nullable Object get(int field$) {
        return switch (field$) {
            case 0 -> value;
            case 1 -> schema$;
            case 2 -> sCHEMA;
            default -> throw new IndexOutOfBoundsException(field$);
        };
    }

    @Override
    public void put(int field$, @Nullable Object value$) {
        switch (field$) {
            case 0 -> value = value$ == null ? null : value$.toString();
            case 1 -> schema$ = (Long) value$;
            case 2 -> sCHEMA = (Integer) value$;
            default -> throw new IndexOutOfBoundsException(field$);
        }
    }

    @Override
    public void writeExternal(ObjectOutput out$) throws IOException {
        new SpecificDatumWriter<String>(SCHEMA$, MODEL$).write(this, SpecificData.getEncoder(out$));
    }

    @Override
    public void readExternal(ObjectInput in$) throws IOException {
        new SpecificDatumReader<String>(SCHEMA$, SCHEMA$, MODEL$).read(this, SpecificData.getDecoder(in$));
    }

    @Override
    public java.lang.String toString() {
        return "String[value=" + value + ", Schema=" + schema$ + ", SCHEMA=" + sCHEMA + "]";
    }

    /** Makes records. Not thread-safe. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<String> {
        private java.lang.@Nullable String value;
        private long schema$;
        private int sCHEMA;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            value = other$.value;
            schema$ = other$.schema$;
            sCHEMA = other$.sCHEMA;
        }

        private Builder(String other$) {
            super(SCHEMA$, MODEL$);
            value = other$.value;
            schema$ = other$.schema$;
            sCHEMA = other$.sCHEMA;
            for (Schema.Field field$ : fields()) {
                fieldSetFlags()[field$.pos()] = isValidValue(field$, other$.get(field$.pos()));
            }
        }

        public java.lang.String getValue() {
            return value;
        }

        public Builder setValue(java.lang.String value$) {
            validate(fields()[0], value$);
            value = value$;
            fieldSetFlags()[0] = true;
            return this;
        }

        public boolean hasValue() {
            return fieldSetFlags()[0];
        }

        public Builder clearValue() {
            value = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        public long getSchema$() {
            return schema$;
        }

        public Builder setSchema$(long value$) {
            schema$ = value$;
            fieldSetFlags()[1] = true;
            return this;
        }

        public boolean hasSchema$() {
            return fieldSetFlags()[1];
        }

        public Builder clearSchema$() {
            fieldSetFlags()[1] = false;
            return this;
        }

        public int getSCHEMA() {
            return sCHEMA;
        }

        public Builder setSCHEMA(int value$) {
            sCHEMA = value$;
            fieldSetFlags()[2] = true;
            return this;
        }

        public boolean hasSCHEMA() {
            return fieldSetFlags()[2];
        }

        public Builder clearSCHEMA() {
            fieldSetFlags()[2] = false;
            return this;
        }

        @Override
        public String build() {
            return new String(orDefault$(0, value), orDefault$(1, schema$), orDefault$(2, sCHEMA));
        }

        @SuppressWarnings("unchecked")
        private <F> F orDefault$(int field$, F value$) {
            if (fieldSetFlags()[field$]) {
                return value$;
            }
            Schema.Field missing$ = fields()[field$];
            return (F) MODEL$.deepCopy(missing$.schema(), MODEL$.getDefaultValue(missing$));
        }
    }
}
