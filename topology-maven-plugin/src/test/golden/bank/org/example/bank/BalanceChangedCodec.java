package org.example.bank;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Writes and reads {@link BalanceChanged} as Avro binary. Stateless and thread-safe. */
@Generated(value = "topology-maven-plugin", comments = "bank.yaml, records.BalanceChanged")
@NullMarked
public final class BalanceChangedCodec extends RecordCodec<BalanceChanged> {
    /** The only instance. */
    public static final BalanceChangedCodec INSTANCE = new BalanceChangedCodec();

    private BalanceChangedCodec() {
        super(BalanceChanged.class, BalanceChanged.SCHEMA$);
    }

    @Override
    public void write(BalanceChanged record, AvroWriter out) {
        try {
            out.writeString(record.getIban());
            out.writeLong(record.getNewBalance());
            if (record.getDescription() == null) {
                out.writeIndex(0);
            } else {
                out.writeIndex(1);
                out.writeString(record.getDescription());
            }
        } catch (NullPointerException e) {
            throw nullField(record, e);
        }
    }

    @Override
    public BalanceChanged read(AvroReader in) {
        String iban = in.readString();
        long newBalance = in.readLong();
        @Nullable String description = in.readIndex(2) == 0 ? null : in.readString();
        return new BalanceChanged(iban, newBalance, description);
    }
}
