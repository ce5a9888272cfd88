package org.openbankmark.topology.bench.codec;

import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** As generated. */
public final class BalanceChangedCodec extends RecordCodec<BalanceChanged> {
    public static final BalanceChangedCodec INSTANCE = new BalanceChangedCodec();

    private BalanceChangedCodec() {
        super(BalanceChanged.class, BalanceChanged.SCHEMA$);
    }

    @Override
    public void write(BalanceChanged record, AvroWriter out) {
        out.writeString(record.getIban());
        out.writeLong(record.getNewBalance());
        out.writeLong(record.getChangedBy());
        out.writeString(record.getFromTo());
        out.writeString(record.getDescription());
    }

    @Override
    public BalanceChanged read(AvroReader in) {
        String iban = in.readString();
        long newBalance = in.readLong();
        long changedBy = in.readLong();
        String fromTo = in.readString();
        String description = in.readString();
        return new BalanceChanged(iban, newBalance, changedBy, fromTo, description);
    }
}
