package org.example.bank;

import java.util.UUID;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Writes and reads {@link AccountCreationConfirmed} as Avro binary. Stateless and thread-safe. */
@Generated(value = "topology-maven-plugin", comments = "bank.yaml, records.AccountCreationConfirmed")
@NullMarked
public final class AccountCreationConfirmedCodec extends RecordCodec<AccountCreationConfirmed> {
    /** The only instance. */
    public static final AccountCreationConfirmedCodec INSTANCE = new AccountCreationConfirmedCodec();

    private AccountCreationConfirmedCodec() {
        super(AccountCreationConfirmed.class, AccountCreationConfirmed.SCHEMA$, "token");
    }

    @Override
    public void write(AccountCreationConfirmed record, AvroWriter out) {
        try {
            out.writeUuid(record.getId());
            out.writeString(record.getIban());
            out.writeString(record.getToken());
            out.writeIndex(record.getAType().ordinal());
        } catch (NullPointerException e) {
            throw nullField(record, e);
        }
    }

    @Override
    public AccountCreationConfirmed read(AvroReader in) {
        UUID id = in.readUuid();
        String iban = in.readString();
        String token = in.readString();
        Atype aType = Atype.at(in.readIndex(2));
        return new AccountCreationConfirmed(id, iban, token, aType);
    }
}
