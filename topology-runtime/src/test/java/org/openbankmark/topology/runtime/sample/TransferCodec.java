package org.openbankmark.topology.runtime.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.AvroTypeException;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** As generated. */
public final class TransferCodec extends RecordCodec<Transfer> {
    public static final TransferCodec INSTANCE = new TransferCodec();

    private TransferCodec() {
        super(Transfer.class, Transfer.SCHEMA$);
    }

    @Override
    @SuppressWarnings("unchecked")
    public void write(Transfer record, AvroWriter out) {
        out.enter();
        try {
            out.writeUuid((UUID) record.get(0));
            out.writeDecimal((BigDecimal) record.get(1), 12, 2);
            out.writeTimestampMicros((Instant) record.get(2));
            out.writeLong((Long) record.get(3));
            if (record.get(4) == null) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                out.writeString((String) record.get(4));
            }
            List<Long> lines = (List<Long>) record.get(5);
            out.writeCount(lines.size());
            lines.forEach(out::writeLong);
            out.writeEnd();
            if (record.get(6) == null) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                write((Transfer) record.get(6), out);
            }
        } catch (NullPointerException e) {
            throw nullField(record, e);
        } catch (AvroTypeException e) {
            throw unwritableField(record, e);
        }
        out.leave();
    }

    @Override
    public Transfer read(AvroReader in) {
        in.enter();
        UUID id = in.readUuid();
        BigDecimal amount = in.readDecimal(12, 2);
        Instant at = in.readTimestampMicros();
        long count = in.readLong();
        String note = in.readIndex(2) == 0 ? null : in.readString();
        int items = in.readCount();
        List<Long> lines = new ArrayList<>(AvroReader.capacity(items));
        for (int n = items; n > 0; n = in.readNextCount()) {
            for (int i = 0; i < n; i++) {
                lines.add(in.readLong());
            }
        }
        Transfer parent = in.readIndex(2) == 0 ? null : read(in);
        in.leave();
        return new Transfer(id, amount, at, count, note, lines, parent);
    }
}
