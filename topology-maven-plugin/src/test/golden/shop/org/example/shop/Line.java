package org.example.shop;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.List;
import javax.annotation.processing.Generated;
import org.apache.avro.Schema;
import org.apache.avro.specific.AvroGenerated;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.avro.specific.SpecificRecordBuilderBase;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.codec.Fields;
import org.openbankmark.topology.runtime.codec.TrustedClasses;

/** The record Line. */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "shop.yaml, records.Line")
@NullMarked
@SuppressWarnings("serial")
public final class Line extends SpecificRecordBase {
    private static final long serialVersionUID = 4243548024245838563L;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"Line","namespace":"org.example.shop","fields":[
            {"name":"article","type":{"type":"string","avro.java.string":"String"}},
            {"name":"count","type":"int","default":1},
            {"name":"parts","type":{"type":"array","items":"Line"}}]}""");

    private static final SpecificData MODEL$ = new SpecificData(Line.class.getClassLoader());

    static {
        TrustedClasses.trust(Line.class);
    }

    private String article;
    private int count;
    private List<Line> parts;

    /** For Avro and Java's serialization, which fill the fields afterwards. */
    public Line() {}

    /** All fields. Lists and maps are copied; a null is refused where the schema has none. */
    public Line(String article, int count, List<Line> parts) {
        this.article = Fields.required(article, "Line.article");
        this.count = count;
        this.parts = Fields.list(parts, "Line.parts");
    }

    /** A builder without values; what is not set gets the schema's default. */
    public static Builder newBuilder() {
        return new Builder();
    }

    /** A builder with the values of another. */
    public static Builder newBuilder(Builder other$) {
        return new Builder(other$);
    }

    /** A builder with the values of a record. */
    public static Builder newBuilder(Line other$) {
        return new Builder(other$);
    }

    public String getArticle() {
        return article;
    }

    public int getCount() {
        return count;
    }

    public List<Line> getParts() {
        return parts;
    }

    /** The same as {@link #SCHEMA$}. */
    public static Schema getClassSchema() {
        return SCHEMA$;
    }

    @Override
    public SpecificData getSpecificData() {
        return MODEL$;
    }

    @Override
    public Schema getSchema() {
        return SCHEMA$;
    }

    @Override
    public @Nullable Object get(int field$) {
        return switch (field$) {
            case 0 -> article;
            case 1 -> count;
            case 2 -> parts;
            default -> throw new IndexOutOfBoundsException(field$);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public void put(int field$, @Nullable Object value$) {
        switch (field$) {
            case 0 -> article = value$ == null ? null : value$.toString();
            case 1 -> count = (Integer) value$;
            case 2 -> parts = (List<Line>) value$;
            default -> throw new IndexOutOfBoundsException(field$);
        }
    }

    @Override
    public void writeExternal(ObjectOutput out$) throws IOException {
        new SpecificDatumWriter<Line>(SCHEMA$, MODEL$).write(this, SpecificData.getEncoder(out$));
    }

    @Override
    public void readExternal(ObjectInput in$) throws IOException {
        new SpecificDatumReader<Line>(SCHEMA$, SCHEMA$, MODEL$).read(this, SpecificData.getDecoder(in$));
    }

    @Override
    public String toString() {
        return "Line[article=" + article + ", count=" + count + ", parts=" + parts + "]";
    }

    /** Makes records. Not thread-safe. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Line> {
        private @Nullable String article;
        private int count;
        private @Nullable List<Line> parts;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            article = other$.article;
            count = other$.count;
            parts = other$.parts;
        }

        private Builder(Line other$) {
            super(SCHEMA$, MODEL$);
            article = other$.article;
            count = other$.count;
            parts = other$.parts;
            for (Schema.Field field$ : fields()) {
                fieldSetFlags()[field$.pos()] = isValidValue(field$, other$.get(field$.pos()));
            }
        }

        public String getArticle() {
            return article;
        }

        public Builder setArticle(String value$) {
            validate(fields()[0], value$);
            article = value$;
            fieldSetFlags()[0] = true;
            return this;
        }

        public boolean hasArticle() {
            return fieldSetFlags()[0];
        }

        public Builder clearArticle() {
            article = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        public int getCount() {
            return count;
        }

        public Builder setCount(int value$) {
            count = value$;
            fieldSetFlags()[1] = true;
            return this;
        }

        public boolean hasCount() {
            return fieldSetFlags()[1];
        }

        public Builder clearCount() {
            fieldSetFlags()[1] = false;
            return this;
        }

        public List<Line> getParts() {
            return parts;
        }

        public Builder setParts(List<Line> value$) {
            validate(fields()[2], value$);
            parts = value$;
            fieldSetFlags()[2] = true;
            return this;
        }

        public boolean hasParts() {
            return fieldSetFlags()[2];
        }

        public Builder clearParts() {
            parts = null;
            fieldSetFlags()[2] = false;
            return this;
        }

        @Override
        public Line build() {
            return new Line(orDefault$(0, article), orDefault$(1, count), orDefault$(2, parts));
        }

        @SuppressWarnings("unchecked")
        private <F> F orDefault$(int field$, F value$) {
            if (fieldSetFlags()[field$]) {
                return value$;
            }
            Schema.Field missing$ = fields()[field$];
            return (F) MODEL$.deepCopy(missing$.schema(), MODEL$.getDefaultValue(missing$));
        }
    }
}
