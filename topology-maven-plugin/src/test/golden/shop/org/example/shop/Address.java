package org.example.shop;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
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

/** The record Address. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, records.Address")
@NullMarked
public final class Address extends SpecificRecordBase {
    private static final long serialVersionUID = -5915688406090450490L;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"Address","namespace":"org.example.shop","fields":[
            {"name":"street","type":{"type":"string","avro.java.string":"String"}},
            {"name":"pin","type":"int"}]}""");

    private static final SpecificData MODEL$ = new SpecificData(Address.class.getClassLoader());

    static {
        TrustedClasses.trust(Address.class);
    }

    private String street;
    private int pin;

    /** For Avro and Java's serialization, which fill the fields afterwards. */
    public Address() {}

    /** All fields. Lists and maps are copied; a null is refused where the schema has none. */
    public Address(String street, int pin) {
        this.street = Fields.required(street, "Address.street");
        this.pin = pin;
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
    public static Builder newBuilder(Address other$) {
        return new Builder(other$);
    }

    public String getStreet() {
        return street;
    }

    public int getPin() {
        return pin;
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
            case 0 -> street;
            case 1 -> pin;
            default -> throw new IndexOutOfBoundsException(field$);
        };
    }

    @Override
    public void put(int field$, @Nullable Object value$) {
        switch (field$) {
            case 0 -> street = value$ == null ? null : value$.toString();
            case 1 -> pin = (Integer) value$;
            default -> throw new IndexOutOfBoundsException(field$);
        }
    }

    @Override
    public void writeExternal(ObjectOutput out$) throws IOException {
        new SpecificDatumWriter<Address>(SCHEMA$, MODEL$).write(this, SpecificData.getEncoder(out$));
    }

    @Override
    public void readExternal(ObjectInput in$) throws IOException {
        new SpecificDatumReader<Address>(SCHEMA$, SCHEMA$, MODEL$).read(this, SpecificData.getDecoder(in$));
    }

    /** All fields, secret ones as {@code ***}. */
    @Override
    public String toString() {
        return "Address[street=" + street + ", pin=***" + "]";
    }

    /** Makes records. Not thread-safe. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Address> {
        private @Nullable String street;
        private int pin;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            street = other$.street;
            pin = other$.pin;
        }

        private Builder(Address other$) {
            super(SCHEMA$, MODEL$);
            street = other$.street;
            pin = other$.pin;
            for (Schema.Field field$ : fields()) {
                fieldSetFlags()[field$.pos()] = isValidValue(field$, other$.get(field$.pos()));
            }
        }

        public String getStreet() {
            return street;
        }

        public Builder setStreet(String value$) {
            validate(fields()[0], value$);
            street = value$;
            fieldSetFlags()[0] = true;
            return this;
        }

        public boolean hasStreet() {
            return fieldSetFlags()[0];
        }

        public Builder clearStreet() {
            street = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        public int getPin() {
            return pin;
        }

        public Builder setPin(int value$) {
            pin = value$;
            fieldSetFlags()[1] = true;
            return this;
        }

        public boolean hasPin() {
            return fieldSetFlags()[1];
        }

        public Builder clearPin() {
            fieldSetFlags()[1] = false;
            return this;
        }

        @Override
        public Address build() {
            return new Address(orDefault$(0, street), orDefault$(1, pin));
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
