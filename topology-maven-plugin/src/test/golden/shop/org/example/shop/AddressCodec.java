package org.example.shop;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Writes and reads {@link Address} as Avro binary. Stateless and thread-safe. */
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, records.Address")
@NullMarked
public final class AddressCodec extends RecordCodec<Address> {
    /** The only instance. */
    public static final AddressCodec INSTANCE = new AddressCodec();

    private AddressCodec() {
        super(Address.class, Address.SCHEMA$, "pin");
    }

    @Override
    public void write(Address record, AvroWriter out) {
        try {
            out.writeString(record.getStreet());
            out.writeInt(record.getPin());
        } catch (NullPointerException e) {
            throw nullField(record, e);
        }
    }

    @Override
    public Address read(AvroReader in) {
        String street = in.readString();
        int pin = in.readInt();
        return new Address(street, pin);
    }
}
