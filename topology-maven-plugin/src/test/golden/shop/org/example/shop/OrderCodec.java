package org.example.shop;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.avro.AvroTypeException;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Writes and reads {@link Order} as Avro binary. Stateless and thread-safe. */
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, records.Order")
@NullMarked
public final class OrderCodec extends RecordCodec<Order> {
    /** The only instance. */
    public static final OrderCodec INSTANCE = new OrderCodec();

    private OrderCodec() {
        super(Order.class, Order.SCHEMA$);
    }

    @Override
    public void write(Order record, AvroWriter out) {
        try {
            out.writeUuid(record.getId());
            out.writeDecimal(record.getTotal(), 12, 2);
            out.writeTimestampMillis(record.getPlaced());
            if (record.getShipped() == null) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                out.writeTimestampMicros(record.getShipped());
            }
            out.writeDate(record.getDay());
            out.writeTimeMillis(record.getAt());
            out.writeTimeMicros(record.getExactly());
            out.writeLocalTimestampMillis(record.getThere());
            out.writeLocalTimestampMicros(record.getThereExactly());
            out.writeIndex(record.getState().ordinal());
            out.writeFixed(record.getChecksum().bytes());
            out.writeBytes(record.getPhoto());
            out.writeBoolean(record.getGift());
            out.writeFloat(record.getWeight());
            out.writeDouble(record.getDistance());
            writeLines(record.getLines(), out);
            if (record.getAddress() == null) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                AddressCodec.INSTANCE.write(record.getAddress(), out);
            }
            writeLabels(record.getLabels(), out);
            writePayload(record.getPayload(), out);
        } catch (NullPointerException e) {
            throw nullField(record, e);
        } catch (AvroTypeException e) {
            throw unwritableField(record, e);
        }
    }

    @Override
    public Order read(AvroReader in) {
        UUID id = in.readUuid();
        BigDecimal total = in.readDecimal(12, 2);
        Instant placed = in.readTimestampMillis();
        @Nullable Instant shipped = in.readIndex(2) == 0 ? null : in.readTimestampMicros();
        LocalDate day = in.readDate();
        LocalTime at = in.readTimeMillis();
        LocalTime exactly = in.readTimeMicros();
        LocalDateTime there = in.readLocalTimestampMillis();
        LocalDateTime thereExactly = in.readLocalTimestampMicros();
        State state = State.at(in.readIndex(2));
        Fixed4 checksum = new Fixed4(in.readFixed(4));
        ByteBuffer photo = in.readBytes();
        boolean gift = in.readBoolean();
        float weight = in.readFloat();
        double distance = in.readDouble();
        List<Line> lines = readLines(in);
        @Nullable Address address = in.readIndex(2) == 0 ? null : AddressCodec.INSTANCE.read(in);
        Map<String, @Nullable String> labels = readLabels(in);
        Object payload = readPayload(in);
        return new Order(
                id,
                total,
                placed,
                shipped,
                day,
                at,
                exactly,
                there,
                thereExactly,
                state,
                checksum,
                photo,
                gift,
                weight,
                distance,
                lines,
                address,
                labels,
                payload);
    }

    private static void writeLines(List<Line> value, AvroWriter out) {
        out.writeCount(value.size());
        for (Line item : value) {
            LineCodec.INSTANCE.write(item, out);
        }
        out.writeEnd();
    }

    private static List<Line> readLines(AvroReader in) {
        int n = in.readCount(3);
        List<Line> list = new ArrayList<>(AvroReader.capacity(n));
        while (n > 0) {
            for (int i = 0; i < n; i++) {
                list.add(LineCodec.INSTANCE.read(in));
            }
            n = in.readNextCount(3);
        }
        return list;
    }

    private static void writeLabels(Map<String, @Nullable String> value, AvroWriter out) {
        out.writeCount(value.size());
        for (Map.Entry<String, @Nullable String> entry : value.entrySet()) {
            out.writeString(entry.getKey());
            if (entry.getValue() == null) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                out.writeString(entry.getValue());
            }
        }
        out.writeEnd();
    }

    private static Map<String, @Nullable String> readLabels(AvroReader in) {
        int n = in.readCount(2);
        Map<String, @Nullable String> map = new LinkedHashMap<>(AvroReader.mapCapacity(n));
        while (n > 0) {
            for (int i = 0; i < n; i++) {
                map.put(in.readString(), in.readIndex(2) == 0 ? null : in.readString());
            }
            n = in.readNextCount(2);
        }
        return map;
    }

    private static void writePayload(Object value, AvroWriter out) {
        if (value instanceof CharSequence branch0) {
            out.writeIndex(0);
            out.writeString(branch0.toString());
        } else if (value instanceof Long branch1) {
            out.writeIndex(1);
            out.writeLong(branch1);
        } else if (value instanceof Line branch2) {
            out.writeIndex(2);
            LineCodec.INSTANCE.write(branch2, out);
        } else {
            throw notInUnion("Order.payload", value);
        }
    }

    private static Object readPayload(AvroReader in) {
        return switch (in.readIndex(3)) {
            case 0 -> in.readString();
            case 1 -> in.readLong();
            default -> LineCodec.INSTANCE.read(in);
        };
    }
}
