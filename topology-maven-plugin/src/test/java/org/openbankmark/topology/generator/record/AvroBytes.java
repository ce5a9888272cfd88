package org.openbankmark.topology.generator.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** What Avro's own writers and readers make of records. */
final class AvroBytes {
    private AvroBytes() {}

    static byte[] generic(GenericData.Record record) throws IOException {
        return write(new GenericDatumWriter<>(record.getSchema(), new GenericData()), record);
    }

    static byte[] specific(SpecificRecord record) throws IOException {
        return write(
                new SpecificDatumWriter<>(record.getSchema(), SpecificData.getForClass(record.getClass())), record);
    }

    /** A record as Avro reads what was written with the writer's schema. */
    static SpecificRecord read(byte[] bytes, Schema writer, RecordCodec<SpecificRecord> codec) throws IOException {
        SpecificData model = SpecificData.getForClass(codec.type());
        return new SpecificDatumReader<SpecificRecord>(writer, codec.schema(), model)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }

    private static <T> byte[] write(DatumWriter<T> writer, T record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        writer.write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
