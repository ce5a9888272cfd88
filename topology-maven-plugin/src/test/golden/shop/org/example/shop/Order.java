package org.example.shop;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.avro.Conversion;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
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

/** An order of a customer. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, records.Order")
@NullMarked
@SuppressWarnings("serial")
public final class Order extends SpecificRecordBase {
    private static final long serialVersionUID = 7339698402103689008L;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"Order","namespace":"org.example.shop","doc":"An order of a customer.",\
            "fields":[
            {"name":"id","type":{"type":"fixed","name":"Uuid","size":16,"logicalType":"uuid"}},
            {"name":"total","type":{"type":"bytes","logicalType":"decimal","precision":12,"scale":2}},
            {"name":"placed","type":{"type":"long","logicalType":"timestamp-millis"}},
            {"name":"shipped","type":["null",{"type":"long","logicalType":"timestamp-micros"}],"default":null},
            {"name":"day","type":{"type":"int","logicalType":"date"}},
            {"name":"at","type":{"type":"int","logicalType":"time-millis"}},
            {"name":"exactly","type":{"type":"long","logicalType":"time-micros"}},
            {"name":"there","type":{"type":"long","logicalType":"local-timestamp-millis"}},
            {"name":"there_exactly","type":{"type":"long","logicalType":"local-timestamp-micros"}},
            {"name":"state","type":{"type":"enum","name":"State","symbols":["OPEN","SHIPPED"],"default":"OPEN"},\
            "default":"OPEN"},
            {"name":"checksum","type":{"type":"fixed","name":"Fixed4","size":4}},
            {"name":"photo","type":"bytes"},
            {"name":"gift","type":"boolean","default":false},
            {"name":"weight","type":"float"},
            {"name":"distance","type":"double"},
            {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line",\
            "fields":[{"name":"article","type":{"type":"string","avro.java.string":"String"}},{"name":"count",\
            "type":"int","default":1},{"name":"parts","type":{"type":"array","items":"Line"}}]}}},
            {"name":"address","type":["null",{"type":"record","name":"Address","fields":[{"name":"street",\
            "type":{"type":"string","avro.java.string":"String"}},{"name":"pin","type":"int"}]}],"default":null},
            {"name":"labels","type":{"type":"map","values":["null",{"type":"string","avro.java.string":"String"}],\
            "avro.java.string":"String"}},
            {"name":"payload","type":[{"type":"string","avro.java.string":"String"},"long","Line"]}]}""");

    private static final SpecificData MODEL$ = new SpecificData(Order.class.getClassLoader());

    private static final Conversion<?>[] CONVERSIONS$ = {
        new Conversions.UUIDConversion(),
        new Conversions.DecimalConversion(),
        new TimeConversions.TimestampMillisConversion(),
        null,
        new TimeConversions.DateConversion(),
        new TimeConversions.TimeMillisConversion(),
        new TimeConversions.TimeMicrosConversion(),
        new TimeConversions.LocalTimestampMillisConversion(),
        new TimeConversions.LocalTimestampMicrosConversion(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
    };

    static {
        MODEL$.addLogicalTypeConversion(new Conversions.UUIDConversion());
        MODEL$.addLogicalTypeConversion(new Conversions.DecimalConversion());
        MODEL$.addLogicalTypeConversion(new TimeConversions.DateConversion());
        MODEL$.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
        MODEL$.addLogicalTypeConversion(new TimeConversions.TimeMicrosConversion());
        MODEL$.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        MODEL$.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        MODEL$.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
        MODEL$.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
        TrustedClasses.trust(Order.class, State.class, Fixed4.class, Line.class, Address.class);
    }

    private UUID id;
    private BigDecimal total;
    private Instant placed;
    private @Nullable Instant shipped;
    private LocalDate day;
    private LocalTime at;
    private LocalTime exactly;
    private LocalDateTime there;
    private LocalDateTime thereExactly;
    private State state;
    private Fixed4 checksum;
    private ByteBuffer photo;
    private boolean gift;
    private float weight;
    private double distance;
    private List<Line> lines;
    private @Nullable Address address;
    private Map<String, @Nullable String> labels;
    private Object payload;

    /** For Avro and Java's serialization, which fill the fields afterwards. */
    public Order() {}

    /** All fields. Lists and maps are copied; a null is refused where the schema has none. */
    public Order(
            UUID id,
            BigDecimal total,
            Instant placed,
            @Nullable Instant shipped,
            LocalDate day,
            LocalTime at,
            LocalTime exactly,
            LocalDateTime there,
            LocalDateTime thereExactly,
            State state,
            Fixed4 checksum,
            ByteBuffer photo,
            boolean gift,
            float weight,
            double distance,
            List<Line> lines,
            @Nullable Address address,
            Map<String, @Nullable String> labels,
            Object payload) {
        this.id = Fields.required(id, "Order.id");
        this.total = Fields.decimal(total, 12, 2, "Order.total");
        this.placed = Fields.millis(placed, "Order.placed");
        this.shipped = Fields.microsOrNull(shipped);
        this.day = Fields.required(day, "Order.day");
        this.at = Fields.millis(at, "Order.at");
        this.exactly = Fields.micros(exactly, "Order.exactly");
        this.there = Fields.millis(there, "Order.there");
        this.thereExactly = Fields.micros(thereExactly, "Order.there_exactly");
        this.state = Fields.required(state, "Order.state");
        this.checksum = Fields.required(checksum, "Order.checksum");
        this.photo = Fields.bytes(photo, "Order.photo");
        this.gift = gift;
        this.weight = weight;
        this.distance = distance;
        this.lines = Fields.list(lines, "Order.lines");
        this.address = address;
        this.labels = Fields.map(labels, "Order.labels");
        this.payload = Fields.required(payload, "Order.payload");
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
    public static Builder newBuilder(Order other$) {
        return new Builder(other$);
    }

    public UUID getId() {
        return id;
    }

    public BigDecimal getTotal() {
        return total;
    }

    public Instant getPlaced() {
        return placed;
    }

    public @Nullable Instant getShipped() {
        return shipped;
    }

    public LocalDate getDay() {
        return day;
    }

    public LocalTime getAt() {
        return at;
    }

    public LocalTime getExactly() {
        return exactly;
    }

    public LocalDateTime getThere() {
        return there;
    }

    public LocalDateTime getThereExactly() {
        return thereExactly;
    }

    public State getState() {
        return state;
    }

    public Fixed4 getChecksum() {
        return checksum;
    }

    public ByteBuffer getPhoto() {
        return photo.asReadOnlyBuffer();
    }

    public boolean getGift() {
        return gift;
    }

    public float getWeight() {
        return weight;
    }

    public double getDistance() {
        return distance;
    }

    public List<Line> getLines() {
        return lines;
    }

    public @Nullable Address getAddress() {
        return address;
    }

    public Map<String, @Nullable String> getLabels() {
        return labels;
    }

    public Object getPayload() {
        return payload;
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
            case 1 -> total;
            case 2 -> placed;
            case 3 -> shipped;
            case 4 -> day;
            case 5 -> at;
            case 6 -> exactly;
            case 7 -> there;
            case 8 -> thereExactly;
            case 9 -> state;
            case 10 -> checksum;
            case 11 -> photo;
            case 12 -> gift;
            case 13 -> weight;
            case 14 -> distance;
            case 15 -> lines;
            case 16 -> address;
            case 17 -> labels;
            case 18 -> payload;
            default -> throw new IndexOutOfBoundsException(field$);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public void put(int field$, @Nullable Object value$) {
        switch (field$) {
            case 0 -> id = (UUID) value$;
            case 1 -> total = (BigDecimal) value$;
            case 2 -> placed = (Instant) value$;
            case 3 -> shipped = (Instant) value$;
            case 4 -> day = (LocalDate) value$;
            case 5 -> at = (LocalTime) value$;
            case 6 -> exactly = (LocalTime) value$;
            case 7 -> there = (LocalDateTime) value$;
            case 8 -> thereExactly = (LocalDateTime) value$;
            case 9 -> state = (State) value$;
            case 10 -> checksum = (Fixed4) value$;
            case 11 -> photo = (ByteBuffer) value$;
            case 12 -> gift = (Boolean) value$;
            case 13 -> weight = (Float) value$;
            case 14 -> distance = (Double) value$;
            case 15 -> lines = (List<Line>) value$;
            case 16 -> address = (Address) value$;
            case 17 -> labels = (Map<String, @Nullable String>) value$;
            case 18 -> payload = value$;
            default -> throw new IndexOutOfBoundsException(field$);
        }
    }

    @Override
    public Conversion<?> getConversion(int field$) {
        return CONVERSIONS$[field$];
    }

    @Override
    public void writeExternal(ObjectOutput out$) throws IOException {
        new SpecificDatumWriter<Order>(SCHEMA$, MODEL$).write(this, SpecificData.getEncoder(out$));
    }

    @Override
    public void readExternal(ObjectInput in$) throws IOException {
        new SpecificDatumReader<Order>(SCHEMA$, SCHEMA$, MODEL$).read(this, SpecificData.getDecoder(in$));
    }

    @Override
    public String toString() {
        return "Order[id=" + id + ", total=" + total + ", placed=" + placed + ", shipped=" + shipped
                + ", day=" + day + ", at=" + at + ", exactly=" + exactly + ", there=" + there
                + ", there_exactly=" + thereExactly + ", state=" + state + ", checksum=" + checksum
                + ", photo=" + photo + ", gift=" + gift + ", weight=" + weight + ", distance=" + distance
                + ", lines=" + lines + ", address=" + address + ", labels=" + labels + ", payload=" + payload + "]";
    }

    /** Makes records. Not thread-safe. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Order> {
        private @Nullable UUID id;
        private @Nullable BigDecimal total;
        private @Nullable Instant placed;
        private @Nullable Instant shipped;
        private @Nullable LocalDate day;
        private @Nullable LocalTime at;
        private @Nullable LocalTime exactly;
        private @Nullable LocalDateTime there;
        private @Nullable LocalDateTime thereExactly;
        private @Nullable State state;
        private @Nullable Fixed4 checksum;
        private @Nullable ByteBuffer photo;
        private boolean gift;
        private float weight;
        private double distance;
        private @Nullable List<Line> lines;
        private @Nullable Address address;
        private Address.@Nullable Builder address$Builder;
        private @Nullable Map<String, @Nullable String> labels;
        private @Nullable Object payload;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            id = other$.id;
            total = other$.total;
            placed = other$.placed;
            shipped = other$.shipped;
            day = other$.day;
            at = other$.at;
            exactly = other$.exactly;
            there = other$.there;
            thereExactly = other$.thereExactly;
            state = other$.state;
            checksum = other$.checksum;
            photo = other$.photo;
            gift = other$.gift;
            weight = other$.weight;
            distance = other$.distance;
            lines = other$.lines;
            address = other$.address;
            if (other$.address$Builder != null) {
                address$Builder = Address.newBuilder(other$.address$Builder);
            }
            labels = other$.labels;
            payload = other$.payload;
        }

        private Builder(Order other$) {
            super(SCHEMA$, MODEL$);
            id = other$.id;
            total = other$.total;
            placed = other$.placed;
            shipped = other$.shipped;
            day = other$.day;
            at = other$.at;
            exactly = other$.exactly;
            there = other$.there;
            thereExactly = other$.thereExactly;
            state = other$.state;
            checksum = other$.checksum;
            photo = other$.photo;
            gift = other$.gift;
            weight = other$.weight;
            distance = other$.distance;
            lines = other$.lines;
            address = other$.address;
            labels = other$.labels;
            payload = other$.payload;
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

        public BigDecimal getTotal() {
            return total;
        }

        public Builder setTotal(BigDecimal value$) {
            validate(fields()[1], value$);
            total = value$;
            fieldSetFlags()[1] = true;
            return this;
        }

        public boolean hasTotal() {
            return fieldSetFlags()[1];
        }

        public Builder clearTotal() {
            total = null;
            fieldSetFlags()[1] = false;
            return this;
        }

        public Instant getPlaced() {
            return placed;
        }

        public Builder setPlaced(Instant value$) {
            validate(fields()[2], value$);
            placed = value$;
            fieldSetFlags()[2] = true;
            return this;
        }

        public boolean hasPlaced() {
            return fieldSetFlags()[2];
        }

        public Builder clearPlaced() {
            placed = null;
            fieldSetFlags()[2] = false;
            return this;
        }

        public @Nullable Instant getShipped() {
            return shipped;
        }

        public Builder setShipped(@Nullable Instant value$) {
            shipped = value$;
            fieldSetFlags()[3] = true;
            return this;
        }

        public boolean hasShipped() {
            return fieldSetFlags()[3];
        }

        public Builder clearShipped() {
            shipped = null;
            fieldSetFlags()[3] = false;
            return this;
        }

        public LocalDate getDay() {
            return day;
        }

        public Builder setDay(LocalDate value$) {
            validate(fields()[4], value$);
            day = value$;
            fieldSetFlags()[4] = true;
            return this;
        }

        public boolean hasDay() {
            return fieldSetFlags()[4];
        }

        public Builder clearDay() {
            day = null;
            fieldSetFlags()[4] = false;
            return this;
        }

        public LocalTime getAt() {
            return at;
        }

        public Builder setAt(LocalTime value$) {
            validate(fields()[5], value$);
            at = value$;
            fieldSetFlags()[5] = true;
            return this;
        }

        public boolean hasAt() {
            return fieldSetFlags()[5];
        }

        public Builder clearAt() {
            at = null;
            fieldSetFlags()[5] = false;
            return this;
        }

        public LocalTime getExactly() {
            return exactly;
        }

        public Builder setExactly(LocalTime value$) {
            validate(fields()[6], value$);
            exactly = value$;
            fieldSetFlags()[6] = true;
            return this;
        }

        public boolean hasExactly() {
            return fieldSetFlags()[6];
        }

        public Builder clearExactly() {
            exactly = null;
            fieldSetFlags()[6] = false;
            return this;
        }

        public LocalDateTime getThere() {
            return there;
        }

        public Builder setThere(LocalDateTime value$) {
            validate(fields()[7], value$);
            there = value$;
            fieldSetFlags()[7] = true;
            return this;
        }

        public boolean hasThere() {
            return fieldSetFlags()[7];
        }

        public Builder clearThere() {
            there = null;
            fieldSetFlags()[7] = false;
            return this;
        }

        public LocalDateTime getThereExactly() {
            return thereExactly;
        }

        public Builder setThereExactly(LocalDateTime value$) {
            validate(fields()[8], value$);
            thereExactly = value$;
            fieldSetFlags()[8] = true;
            return this;
        }

        public boolean hasThereExactly() {
            return fieldSetFlags()[8];
        }

        public Builder clearThereExactly() {
            thereExactly = null;
            fieldSetFlags()[8] = false;
            return this;
        }

        public State getState() {
            return state;
        }

        public Builder setState(State value$) {
            validate(fields()[9], value$);
            state = value$;
            fieldSetFlags()[9] = true;
            return this;
        }

        public boolean hasState() {
            return fieldSetFlags()[9];
        }

        public Builder clearState() {
            state = null;
            fieldSetFlags()[9] = false;
            return this;
        }

        public Fixed4 getChecksum() {
            return checksum;
        }

        public Builder setChecksum(Fixed4 value$) {
            validate(fields()[10], value$);
            checksum = value$;
            fieldSetFlags()[10] = true;
            return this;
        }

        public boolean hasChecksum() {
            return fieldSetFlags()[10];
        }

        public Builder clearChecksum() {
            checksum = null;
            fieldSetFlags()[10] = false;
            return this;
        }

        public ByteBuffer getPhoto() {
            return photo;
        }

        public Builder setPhoto(ByteBuffer value$) {
            validate(fields()[11], value$);
            photo = value$;
            fieldSetFlags()[11] = true;
            return this;
        }

        public boolean hasPhoto() {
            return fieldSetFlags()[11];
        }

        public Builder clearPhoto() {
            photo = null;
            fieldSetFlags()[11] = false;
            return this;
        }

        public boolean getGift() {
            return gift;
        }

        public Builder setGift(boolean value$) {
            gift = value$;
            fieldSetFlags()[12] = true;
            return this;
        }

        public boolean hasGift() {
            return fieldSetFlags()[12];
        }

        public Builder clearGift() {
            fieldSetFlags()[12] = false;
            return this;
        }

        public float getWeight() {
            return weight;
        }

        public Builder setWeight(float value$) {
            weight = value$;
            fieldSetFlags()[13] = true;
            return this;
        }

        public boolean hasWeight() {
            return fieldSetFlags()[13];
        }

        public Builder clearWeight() {
            fieldSetFlags()[13] = false;
            return this;
        }

        public double getDistance() {
            return distance;
        }

        public Builder setDistance(double value$) {
            distance = value$;
            fieldSetFlags()[14] = true;
            return this;
        }

        public boolean hasDistance() {
            return fieldSetFlags()[14];
        }

        public Builder clearDistance() {
            fieldSetFlags()[14] = false;
            return this;
        }

        public List<Line> getLines() {
            return lines;
        }

        public Builder setLines(List<Line> value$) {
            validate(fields()[15], value$);
            lines = value$;
            fieldSetFlags()[15] = true;
            return this;
        }

        public boolean hasLines() {
            return fieldSetFlags()[15];
        }

        public Builder clearLines() {
            lines = null;
            fieldSetFlags()[15] = false;
            return this;
        }

        public @Nullable Address getAddress() {
            return address;
        }

        public Builder setAddress(@Nullable Address value$) {
            address$Builder = null;
            address = value$;
            fieldSetFlags()[16] = true;
            return this;
        }

        public boolean hasAddress() {
            return fieldSetFlags()[16];
        }

        public Builder clearAddress() {
            address = null;
            address$Builder = null;
            fieldSetFlags()[16] = false;
            return this;
        }

        /** A builder for the field, made from its value if there is one; its record is the field's. */
        public Address.Builder getAddressBuilder() {
            if (address$Builder == null) {
                setAddressBuilder(address == null ? Address.newBuilder() : Address.newBuilder(address));
            }
            return address$Builder;
        }

        public Builder setAddressBuilder(Address.Builder value$) {
            clearAddress();
            address$Builder = value$;
            return this;
        }

        public boolean hasAddressBuilder() {
            return address$Builder != null;
        }

        public Map<String, @Nullable String> getLabels() {
            return labels;
        }

        public Builder setLabels(Map<String, @Nullable String> value$) {
            validate(fields()[17], value$);
            labels = value$;
            fieldSetFlags()[17] = true;
            return this;
        }

        public boolean hasLabels() {
            return fieldSetFlags()[17];
        }

        public Builder clearLabels() {
            labels = null;
            fieldSetFlags()[17] = false;
            return this;
        }

        public Object getPayload() {
            return payload;
        }

        public Builder setPayload(Object value$) {
            validate(fields()[18], value$);
            payload = value$;
            fieldSetFlags()[18] = true;
            return this;
        }

        public boolean hasPayload() {
            return fieldSetFlags()[18];
        }

        public Builder clearPayload() {
            payload = null;
            fieldSetFlags()[18] = false;
            return this;
        }

        @Override
        public Order build() {
            return new Order(
                    orDefault$(0, id),
                    orDefault$(1, total),
                    orDefault$(2, placed),
                    orDefault$(3, shipped),
                    orDefault$(4, day),
                    orDefault$(5, at),
                    orDefault$(6, exactly),
                    orDefault$(7, there),
                    orDefault$(8, thereExactly),
                    orDefault$(9, state),
                    orDefault$(10, checksum),
                    orDefault$(11, photo),
                    orDefault$(12, gift),
                    orDefault$(13, weight),
                    orDefault$(14, distance),
                    orDefault$(15, lines),
                    address$Builder == null ? orDefault$(16, address) : address$Builder.build(),
                    orDefault$(17, labels),
                    orDefault$(18, payload));
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
