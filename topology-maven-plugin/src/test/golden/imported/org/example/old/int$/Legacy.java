package org.example.old.int$;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.math.BigDecimal;
import java.util.List;
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
import org.example.people.Owner;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.Fields;
import org.openbankmark.topology.runtime.codec.TrustedClasses;

/** Older than the topology. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "avro/legacy.avsc, org.example.old.int.Legacy")
@NullMarked
@SuppressWarnings("serial")
public final class Legacy extends SpecificRecordBase {
    private static final long serialVersionUID = -2223175881559928542L;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"Legacy","namespace":"org.example.old.int","doc":"Older than the topology.",\
            "fields":[
            {"name":"key","type":{"type":"string","logicalType":"uuid"}},
            {"name":"price","type":{"type":"fixed","name":"Price","size":8,"logicalType":"decimal","precision":18,\
            "scale":4}},
            {"name":"kind","type":{"type":"enum","name":"Kind","symbols":["A","class"],"default":"A"},\
            "default":"A"},
            {"name":"history","type":{"type":"array","items":["null","long",{"type":"map","values":"double",\
            "avro.java.string":"String"}]},"default":[]},
            {"name":"owner","type":{"type":"record","name":"Owner","namespace":"org.example.people",\
            "fields":[{"name":"name","type":{"type":"string","avro.java.string":"String"},"default":"nobody"}]},\
            "default":{}}],"aliases":["Ancient"]}""");

    private static final SpecificData MODEL$ = new SpecificData(Legacy.class.getClassLoader());

    private static final Conversion<?>[] CONVERSIONS$ = {
        new Conversions.UUIDConversion(),
        new Conversions.DecimalConversion(),
        null,
        null,
        null,
    };

    static {
        MODEL$.addLogicalTypeConversion(new Conversions.UUIDConversion());
        MODEL$.addLogicalTypeConversion(new Conversions.DecimalConversion());
        TrustedClasses.trust(Legacy.class, Kind.class, Owner.class);
    }

    private UUID key;
    private BigDecimal price;
    private Kind kind;
    private List<@Nullable Object> history;
    private Owner owner;

    /** For Avro and Java's serialization, which fill the fields afterwards. */
    public Legacy() {}

    /** All fields. Lists and maps are copied; a null is refused where the schema has none. */
    public Legacy(UUID key, BigDecimal price, Kind kind, List<@Nullable Object> history, Owner owner) {
        this.key = Fields.required(key, "Legacy.key");
        this.price = Fields.decimal(price, 18, 4, "Legacy.price");
        this.kind = Fields.required(kind, "Legacy.kind");
        this.history = Fields.list(history, "Legacy.history");
        this.owner = Fields.required(owner, "Legacy.owner");
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
    public static Builder newBuilder(Legacy other$) {
        return new Builder(other$);
    }

    public UUID getKey() {
        return key;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public Kind getKind() {
        return kind;
    }

    public List<@Nullable Object> getHistory() {
        return history;
    }

    public Owner getOwner() {
        return owner;
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
            case 0 -> key;
            case 1 -> price;
            case 2 -> kind;
            case 3 -> history;
            case 4 -> owner;
            default -> throw new IndexOutOfBoundsException(field$);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public void put(int field$, @Nullable Object value$) {
        switch (field$) {
            case 0 -> key = (UUID) value$;
            case 1 -> price = (BigDecimal) value$;
            case 2 -> kind = (Kind) value$;
            case 3 -> history = (List<@Nullable Object>) value$;
            case 4 -> owner = (Owner) value$;
            default -> throw new IndexOutOfBoundsException(field$);
        }
    }

    @Override
    public Conversion<?> getConversion(int field$) {
        return CONVERSIONS$[field$];
    }

    @Override
    public void writeExternal(ObjectOutput out$) throws IOException {
        new SpecificDatumWriter<Legacy>(SCHEMA$, MODEL$).write(this, SpecificData.getEncoder(out$));
    }

    @Override
    public void readExternal(ObjectInput in$) throws IOException {
        new SpecificDatumReader<Legacy>(SCHEMA$, SCHEMA$, MODEL$).read(this, SpecificData.getDecoder(in$));
    }

    @Override
    public String toString() {
        return "Legacy[key=" + key + ", price=" + price + ", kind=" + kind + ", history=" + history
                + ", owner=" + owner + "]";
    }

    /** Makes records. Not thread-safe. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Legacy> {
        private @Nullable UUID key;
        private @Nullable BigDecimal price;
        private @Nullable Kind kind;
        private @Nullable List<@Nullable Object> history;
        private @Nullable Owner owner;
        private Owner.@Nullable Builder owner$Builder;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            key = other$.key;
            price = other$.price;
            kind = other$.kind;
            history = other$.history;
            owner = other$.owner;
            if (other$.owner$Builder != null) {
                owner$Builder = Owner.newBuilder(other$.owner$Builder);
            }
        }

        private Builder(Legacy other$) {
            super(SCHEMA$, MODEL$);
            key = other$.key;
            price = other$.price;
            kind = other$.kind;
            history = other$.history;
            owner = other$.owner;
            for (Schema.Field field$ : fields()) {
                fieldSetFlags()[field$.pos()] = isValidValue(field$, other$.get(field$.pos()));
            }
        }

        public UUID getKey() {
            return key;
        }

        public Builder setKey(UUID value$) {
            validate(fields()[0], value$);
            key = value$;
            fieldSetFlags()[0] = true;
            return this;
        }

        public boolean hasKey() {
            return fieldSetFlags()[0];
        }

        public Builder clearKey() {
            key = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        public BigDecimal getPrice() {
            return price;
        }

        public Builder setPrice(BigDecimal value$) {
            validate(fields()[1], value$);
            price = value$;
            fieldSetFlags()[1] = true;
            return this;
        }

        public boolean hasPrice() {
            return fieldSetFlags()[1];
        }

        public Builder clearPrice() {
            price = null;
            fieldSetFlags()[1] = false;
            return this;
        }

        public Kind getKind() {
            return kind;
        }

        public Builder setKind(Kind value$) {
            validate(fields()[2], value$);
            kind = value$;
            fieldSetFlags()[2] = true;
            return this;
        }

        public boolean hasKind() {
            return fieldSetFlags()[2];
        }

        public Builder clearKind() {
            kind = null;
            fieldSetFlags()[2] = false;
            return this;
        }

        public List<@Nullable Object> getHistory() {
            return history;
        }

        public Builder setHistory(List<@Nullable Object> value$) {
            validate(fields()[3], value$);
            history = value$;
            fieldSetFlags()[3] = true;
            return this;
        }

        public boolean hasHistory() {
            return fieldSetFlags()[3];
        }

        public Builder clearHistory() {
            history = null;
            fieldSetFlags()[3] = false;
            return this;
        }

        public Owner getOwner() {
            return owner;
        }

        public Builder setOwner(Owner value$) {
            validate(fields()[4], value$);
            owner$Builder = null;
            owner = value$;
            fieldSetFlags()[4] = true;
            return this;
        }

        public boolean hasOwner() {
            return fieldSetFlags()[4];
        }

        public Builder clearOwner() {
            owner = null;
            owner$Builder = null;
            fieldSetFlags()[4] = false;
            return this;
        }

        /** A builder for the field, made from its value if there is one; its record is the field's. */
        public Owner.Builder getOwnerBuilder() {
            if (owner$Builder == null) {
                setOwnerBuilder(owner == null ? Owner.newBuilder() : Owner.newBuilder(owner));
            }
            return owner$Builder;
        }

        public Builder setOwnerBuilder(Owner.Builder value$) {
            clearOwner();
            owner$Builder = value$;
            return this;
        }

        public boolean hasOwnerBuilder() {
            return owner$Builder != null;
        }

        @Override
        public Legacy build() {
            return new Legacy(
                    orDefault$(0, key),
                    orDefault$(1, price),
                    orDefault$(2, kind),
                    orDefault$(3, history),
                    owner$Builder == null ? orDefault$(4, owner) : owner$Builder.build());
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
