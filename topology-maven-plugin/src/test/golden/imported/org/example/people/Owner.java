package org.example.people;

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

/** The record Owner. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "avro/legacy.avsc, org.example.people.Owner")
@NullMarked
public final class Owner extends SpecificRecordBase {
    private static final long serialVersionUID = -2506473543002092666L;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"Owner","namespace":"org.example.people","fields":[
            {"name":"name","type":{"type":"string","avro.java.string":"String"},"default":"nobody"}]}""");

    private static final SpecificData MODEL$ = new SpecificData(Owner.class.getClassLoader());

    static {
        TrustedClasses.trust(Owner.class);
    }

    private String name;

    /** For Avro and Java's serialization, which fill the fields afterwards. */
    public Owner() {}

    /** All fields. Lists and maps are copied; a null is refused where the schema has none. */
    public Owner(String name) {
        this.name = Fields.required(name, "Owner.name");
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
    public static Builder newBuilder(Owner other$) {
        return new Builder(other$);
    }

    public String getName() {
        return name;
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
            case 0 -> name;
            default -> throw new IndexOutOfBoundsException(field$);
        };
    }

    @Override
    public void put(int field$, @Nullable Object value$) {
        switch (field$) {
            case 0 -> name = value$ == null ? null : value$.toString();
            default -> throw new IndexOutOfBoundsException(field$);
        }
    }

    @Override
    public void writeExternal(ObjectOutput out$) throws IOException {
        new SpecificDatumWriter<Owner>(SCHEMA$, MODEL$).write(this, SpecificData.getEncoder(out$));
    }

    @Override
    public void readExternal(ObjectInput in$) throws IOException {
        new SpecificDatumReader<Owner>(SCHEMA$, SCHEMA$, MODEL$).read(this, SpecificData.getDecoder(in$));
    }

    @Override
    public String toString() {
        return "Owner[name=" + name + "]";
    }

    /** Makes records. Not thread-safe. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Owner> {
        private @Nullable String name;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            name = other$.name;
        }

        private Builder(Owner other$) {
            super(SCHEMA$, MODEL$);
            name = other$.name;
            for (Schema.Field field$ : fields()) {
                fieldSetFlags()[field$.pos()] = isValidValue(field$, other$.get(field$.pos()));
            }
        }

        public String getName() {
            return name;
        }

        public Builder setName(String value$) {
            validate(fields()[0], value$);
            name = value$;
            fieldSetFlags()[0] = true;
            return this;
        }

        public boolean hasName() {
            return fieldSetFlags()[0];
        }

        public Builder clearName() {
            name = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        @Override
        public Owner build() {
            return new Owner(orDefault$(0, name));
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
