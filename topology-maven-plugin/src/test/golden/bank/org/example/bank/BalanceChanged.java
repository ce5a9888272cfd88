package org.example.bank;

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

/** Money moved on an account. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "bank.yaml, records.BalanceChanged")
@NullMarked
public final class BalanceChanged extends SpecificRecordBase {
    private static final long serialVersionUID = -5676477602251151632L;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"BalanceChanged","namespace":"org.example.bank",\
            "doc":"Money moved on an account.","fields":[
            {"name":"iban","type":{"type":"string","avro.java.string":"String"}},
            {"name":"new_balance","type":"long","doc":"in cents"},
            {"name":"description","type":["null",{"type":"string","avro.java.string":"String"}],"default":null}]}""");

    private static final SpecificData MODEL$ = new SpecificData(BalanceChanged.class.getClassLoader());

    static {
        TrustedClasses.trust(BalanceChanged.class);
    }

    private String iban;
    private long newBalance;
    private @Nullable String description;

    /** For Avro and Java's serialization, which fill the fields afterwards. */
    public BalanceChanged() {}

    /**
     * All fields. Lists and maps are copied; a null is refused where the schema has none.
     *
     * @param newBalance in cents
     */
    public BalanceChanged(String iban, long newBalance, @Nullable String description) {
        this.iban = Fields.required(iban, "BalanceChanged.iban");
        this.newBalance = newBalance;
        this.description = description;
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
    public static Builder newBuilder(BalanceChanged other$) {
        return new Builder(other$);
    }

    public String getIban() {
        return iban;
    }

    /** in cents */
    public long getNewBalance() {
        return newBalance;
    }

    public @Nullable String getDescription() {
        return description;
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
            case 0 -> iban;
            case 1 -> newBalance;
            case 2 -> description;
            default -> throw new IndexOutOfBoundsException(field$);
        };
    }

    @Override
    public void put(int field$, @Nullable Object value$) {
        switch (field$) {
            case 0 -> iban = value$ == null ? null : value$.toString();
            case 1 -> newBalance = (Long) value$;
            case 2 -> description = value$ == null ? null : value$.toString();
            default -> throw new IndexOutOfBoundsException(field$);
        }
    }

    @Override
    public void writeExternal(ObjectOutput out$) throws IOException {
        new SpecificDatumWriter<BalanceChanged>(SCHEMA$, MODEL$).write(this, SpecificData.getEncoder(out$));
    }

    @Override
    public void readExternal(ObjectInput in$) throws IOException {
        new SpecificDatumReader<BalanceChanged>(SCHEMA$, SCHEMA$, MODEL$).read(this, SpecificData.getDecoder(in$));
    }

    @Override
    public String toString() {
        return "BalanceChanged[iban=" + iban + ", new_balance=" + newBalance + ", description=" + description + "]";
    }

    /** Makes records. Not thread-safe. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<BalanceChanged> {
        private @Nullable String iban;
        private long newBalance;
        private @Nullable String description;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            iban = other$.iban;
            newBalance = other$.newBalance;
            description = other$.description;
        }

        private Builder(BalanceChanged other$) {
            super(SCHEMA$, MODEL$);
            iban = other$.iban;
            newBalance = other$.newBalance;
            description = other$.description;
            for (Schema.Field field$ : fields()) {
                fieldSetFlags()[field$.pos()] = isValidValue(field$, other$.get(field$.pos()));
            }
        }

        public String getIban() {
            return iban;
        }

        public Builder setIban(String value$) {
            validate(fields()[0], value$);
            iban = value$;
            fieldSetFlags()[0] = true;
            return this;
        }

        public boolean hasIban() {
            return fieldSetFlags()[0];
        }

        public Builder clearIban() {
            iban = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        /** in cents */
        public long getNewBalance() {
            return newBalance;
        }

        /** in cents */
        public Builder setNewBalance(long value$) {
            newBalance = value$;
            fieldSetFlags()[1] = true;
            return this;
        }

        public boolean hasNewBalance() {
            return fieldSetFlags()[1];
        }

        public Builder clearNewBalance() {
            fieldSetFlags()[1] = false;
            return this;
        }

        public @Nullable String getDescription() {
            return description;
        }

        public Builder setDescription(@Nullable String value$) {
            description = value$;
            fieldSetFlags()[2] = true;
            return this;
        }

        public boolean hasDescription() {
            return fieldSetFlags()[2];
        }

        public Builder clearDescription() {
            description = null;
            fieldSetFlags()[2] = false;
            return this;
        }

        @Override
        public BalanceChanged build() {
            return new BalanceChanged(orDefault$(0, iban), orDefault$(1, newBalance), orDefault$(2, description));
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
