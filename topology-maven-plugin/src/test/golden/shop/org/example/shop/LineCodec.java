package org.example.shop;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.RecordCodec;

/** Writes and reads {@link Line} as Avro binary. Stateless and thread-safe. */
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, records.Line")
@NullMarked
public final class LineCodec extends RecordCodec<Line> {
    /** The only instance. */
    public static final LineCodec INSTANCE = new LineCodec();

    private LineCodec() {
        super(Line.class, Line.SCHEMA$);
    }

    @Override
    public void write(Line record, AvroWriter out) {
        out.enter();
        try {
            out.writeString(record.getArticle());
            out.writeInt(record.getCount());
            writeParts(record.getParts(), out);
        } catch (NullPointerException e) {
            throw nullField(record, e);
        }
        out.leave();
    }

    @Override
    public Line read(AvroReader in) {
        in.enter();
        String article = in.readString();
        int count = in.readInt();
        List<Line> parts = readParts(in);
        in.leave();
        return new Line(article, count, parts);
    }

    private static void writeParts(List<Line> value, AvroWriter out) {
        out.writeCount(value.size());
        for (Line item : value) {
            LineCodec.INSTANCE.write(item, out);
        }
        out.writeEnd();
    }

    private static List<Line> readParts(AvroReader in) {
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
}
