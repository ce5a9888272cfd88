package org.example.old.int$;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.avro.AvroTypeException;
import org.example.people.Owner;
import org.example.people.OwnerCodec;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Writes and reads {@link Legacy} as Avro binary. Stateless and thread-safe. */
@Generated(value = "topology-maven-plugin", comments = "avro/legacy.avsc, org.example.old.int.Legacy")
@NullMarked
public final class LegacyCodec extends RecordCodec<Legacy> {
    /** The only instance. */
    public static final LegacyCodec INSTANCE = new LegacyCodec();

    private LegacyCodec() {
        super(Legacy.class, Legacy.SCHEMA$);
    }

    @Override
    public void write(Legacy record, AvroWriter out) {
        try {
            out.writeUuidString(record.getKey());
            out.writeFixedDecimal(record.getPrice(), 18, 4, 8);
            out.writeIndex(record.getKind().ordinal());
            writeHistory(record.getHistory(), out);
            OwnerCodec.INSTANCE.write(record.getOwner(), out);
        } catch (NullPointerException e) {
            throw nullField(record, e);
        } catch (AvroTypeException e) {
            throw unwritableField(record, e);
        }
    }

    @Override
    public Legacy read(AvroReader in) {
        UUID key = in.readUuidString();
        BigDecimal price = in.readFixedDecimal(18, 4, 8);
        Kind kind = Kind.at(in.readIndex(2));
        List<@Nullable Object> history = readHistory(in);
        Owner owner = OwnerCodec.INSTANCE.read(in);
        return new Legacy(key, price, kind, history, owner);
    }

    private static void writeHistory(List<@Nullable Object> value, AvroWriter out) {
        out.writeCount(value.size());
        for (@Nullable Object item : value) {
            writeHistoryItem(item, out);
        }
        out.writeEnd();
    }

    private static List<@Nullable Object> readHistory(AvroReader in) {
        int n = in.readCount();
        List<@Nullable Object> list = new ArrayList<>(AvroReader.capacity(n));
        while (n > 0) {
            for (int i = 0; i < n; i++) {
                list.add(readHistoryItem(in));
            }
            n = in.readNextCount();
        }
        return list;
    }

    @SuppressWarnings("unchecked")
    private static void writeHistoryItem(@Nullable Object value, AvroWriter out) {
        if (value == null) {
            out.writeIndex(0);
        } else if (value instanceof Long branch1) {
            out.writeIndex(1);
            out.writeLong(branch1);
        } else if (value instanceof Map<?, ?> branch2) {
            out.writeIndex(2);
            writeHistoryItemBranch2((Map<String, Double>) branch2, out);
        } else {
            throw notInUnion("Legacy.history[]", value);
        }
    }

    private static @Nullable Object readHistoryItem(AvroReader in) {
        return switch (in.readIndex(3)) {
            case 0 -> null;
            case 1 -> in.readLong();
            default -> readHistoryItemBranch2(in);
        };
    }

    private static void writeHistoryItemBranch2(Map<String, Double> value, AvroWriter out) {
        out.writeCount(value.size());
        for (Map.Entry<String, Double> entry : value.entrySet()) {
            out.writeString(entry.getKey());
            out.writeDouble(entry.getValue());
        }
        out.writeEnd();
    }

    private static Map<String, Double> readHistoryItemBranch2(AvroReader in) {
        int n = in.readCount(9);
        Map<String, Double> map = new LinkedHashMap<>(AvroReader.mapCapacity(n));
        while (n > 0) {
            for (int i = 0; i < n; i++) {
                map.put(in.readString(), in.readDouble());
            }
            n = in.readNextCount(9);
        }
        return map;
    }
}
