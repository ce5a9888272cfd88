package org.example.bank;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.avro.Conversion;
import org.apache.avro.Conversions;
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

/** The record AccountCreationConfirmed. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "bank.yaml, records.AccountCreationConfirmed")
@NullMarked
public final class AccountCreationConfirmed extends SpecificRecordBase {
    private static final long serialVersionUID = -4988084565513415643L;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"AccountCreationConfirmed","namespace":"org.example.bank","fields":[
            {"name":"id","type":{"type":"fixed","name":"Id","size":16,"logicalType":"uuid"}},
            {"name":"iban","type":{"type":"string","avro.java.string":"String"}},
            {"name":"token","type":{"type":"string","avro.java.string":"String"}},
            {"name":"a_type","type":{"type":"enum","name":"Atype","doc":"Who acts for the account.",\
            "symbols":["AUTO","MANUAL"]}}]}""");

    private static final SpecificData MODEL$ = new SpecificData(AccountCreationConfirmed.class.getClassLoader());

    private static final Conversion<?>[] CONVERSIONS$ = {
        new Conversions.UUIDConversion(),
        null,
        null,
        null,
    };

    static {
        MODEL$.addLogicalTypeConversion(new Conversions.UUIDConversion());
        TrustedClasses.trust(AccountCreationConfirmed.class, Atype.class);
    }

    private UUID id;
    private String iban;
    private String token;
    private Atype aType;

    /** For Avro and Java's serialization, which fill the fields afterwards. */
    public AccountCreationConfirmed() {}

    /** All fields. Lists and maps are copied; a null is refused where the schema has none. */
    public AccountCreationConfirmed(UUID id, String iban, String token, Atype aType) {
        this.id = Fields.required(id, "AccountCreationConfirmed.id");
        this.iban = Fields.required(iban, "AccountCreationConfirmed.iban");
        this.token = Fields.required(token, "AccountCreationConfirmed.token");
        this.aType = Fields.required(aType, "AccountCreationConfirmed.a_type");
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
    public static Builder newBuilder(AccountCreationConfirmed other$) {
        return new Builder(other$);
    }

    public UUID getId() {
        return id;
    }

    public String getIban() {
        return iban;
    }

    public String getToken() {
        return token;
    }

    public Atype getAType() {
        return aType;
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
            case 0 -> id;
            case 1 -> iban;
            case 2 -> token;
            case 3 -> aType;
            default -> throw new IndexOutOfBoundsException(field$);
        };
    }

    @Override
    public void put(int field$, @Nullable Object value$) {
        switch (field$) {
            case 0 -> id = (UUID) value$;
            case 1 -> iban = value$ == null ? null : value$.toString();
            case 2 -> token = value$ == null ? null : value$.toString();
            case 3 -> aType = (Atype) value$;
            default -> throw new IndexOutOfBoundsException(field$);
        }
    }

    @Override
    public Conversion<?> getConversion(int field$) {
        return CONVERSIONS$[field$];
    }

    @Override
    public void writeExternal(ObjectOutput out$) throws IOException {
        new SpecificDatumWriter<AccountCreationConfirmed>(SCHEMA$, MODEL$).write(this, SpecificData.getEncoder(out$));
    }

    @Override
    public void readExternal(ObjectInput in$) throws IOException {
        new SpecificDatumReader<AccountCreationConfirmed>(SCHEMA$, SCHEMA$, MODEL$)
                .read(this, SpecificData.getDecoder(in$));
    }

    /** All fields, secret ones as {@code ***}. */
    @Override
    public String toString() {
        return "AccountCreationConfirmed[id=" + id + ", iban=" + iban + ", token=***" + ", a_type=" + aType + "]";
    }

    /** Makes records. Not thread-safe. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<AccountCreationConfirmed> {
        private @Nullable UUID id;
        private @Nullable String iban;
        private @Nullable String token;
        private @Nullable Atype aType;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            id = other$.id;
            iban = other$.iban;
            token = other$.token;
            aType = other$.aType;
        }

        private Builder(AccountCreationConfirmed other$) {
            super(SCHEMA$, MODEL$);
            id = other$.id;
            iban = other$.iban;
            token = other$.token;
            aType = other$.aType;
            for (Schema.Field field$ : fields()) {
                fieldSetFlags()[field$.pos()] = isValidValue(field$, other$.get(field$.pos()));
            }
        }

        public UUID getId() {
            return id;
        }

        public Builder setId(UUID value$) {
            validate(fields()[0], value$);
            id = value$;
            fieldSetFlags()[0] = true;
            return this;
        }

        public boolean hasId() {
            return fieldSetFlags()[0];
        }

        public Builder clearId() {
            id = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        public String getIban() {
            return iban;
        }

        public Builder setIban(String value$) {
            validate(fields()[1], value$);
            iban = value$;
            fieldSetFlags()[1] = true;
            return this;
        }

        public boolean hasIban() {
            return fieldSetFlags()[1];
        }

        public Builder clearIban() {
            iban = null;
            fieldSetFlags()[1] = false;
            return this;
        }

        public String getToken() {
            return token;
        }

        public Builder setToken(String value$) {
            validate(fields()[2], value$);
            token = value$;
            fieldSetFlags()[2] = true;
            return this;
        }

        public boolean hasToken() {
            return fieldSetFlags()[2];
        }

        public Builder clearToken() {
            token = null;
            fieldSetFlags()[2] = false;
            return this;
        }

        public Atype getAType() {
            return aType;
        }

        public Builder setAType(Atype value$) {
            validate(fields()[3], value$);
            aType = value$;
            fieldSetFlags()[3] = true;
            return this;
        }

        public boolean hasAType() {
            return fieldSetFlags()[3];
        }

        public Builder clearAType() {
            aType = null;
            fieldSetFlags()[3] = false;
            return this;
        }

        @Override
        public AccountCreationConfirmed build() {
            return new AccountCreationConfirmed(
                    orDefault$(0, id), orDefault$(1, iban), orDefault$(2, token), orDefault$(3, aType));
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
