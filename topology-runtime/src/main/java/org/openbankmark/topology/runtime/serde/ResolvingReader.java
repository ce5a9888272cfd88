package org.openbankmark.topology.runtime.serde;

import java.io.IOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Conversion;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/**
 * Reads records that were written with another version of the schema, as Avro resolves them.
 *
 * @param <R> the record
 */
final class ResolvingReader<R extends SpecificRecord> implements RecordReader {
    private final RecordCodec<R> codec;
    private final SpecificDatumReader<R> reader;

    ResolvingReader(Schema writerSchema, RecordCodec<R> codec) {
        this.codec = codec;
        // The record's own model names its conversions; the class loader makes sure that its classes are found.
        SpecificData model = new SpecificData(codec.type().getClassLoader());
        for (Conversion<?> conversion : SpecificData.getForClass(codec.type()).getConversions()) {
            model.addLogicalTypeConversion(conversion);
        }
        // Imported schemas may name classes for their strings; a generated record has String everywhere.
        model.getFastReaderBuilder().withClassPropEnabled(false).withKeyClassEnabled(false);
        this.reader = new StringReader<>(writerSchema, codec.schema(), model);
    }

    /** The same for {@code -Dorg.apache.avro.fastread=false}. */
    private static final class StringReader<R> extends SpecificDatumReader<R> {

        StringReader(Schema writerSchema, Schema readerSchema, SpecificData model) {
            super(writerSchema, readerSchema, model);
        }

        @Override
        protected Class<?> findStringClass(Schema schema) {
            return String.class;
        }
    }

    @Override
    public R read(byte[] bytes, int offset) throws IOException {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, null);
        R record = codec.type().cast(readWhole(decoder));
        if (!decoder.isEnd()) {
            throw new AvroRuntimeException("bytes follow the record");
        }
        return record;
    }

    /** Avro's reader keeps state between calls, and goes as deep as the bytes make it. */
    private synchronized Object readWhole(BinaryDecoder decoder) throws IOException {
        try {
            return reader.read(null, decoder);
        } catch (StackOverflowError tooDeep) {
            throw new AvroRuntimeException("records are nested too deeply", tooDeep);
        }
    }
}
