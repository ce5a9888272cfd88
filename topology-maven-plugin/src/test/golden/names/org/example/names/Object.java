package org.example.names;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.nio.ByteBuffer;
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

/**
 * ends *&#47; the comment, &#92;u002a&#92;u002f too, and &#123;&#64;code holds&#125; &lt;b&gt;markup&lt;/b&gt; &amp;
 * more
 */
@AvroGenerated
@Generated(value = "topology-maven-plugin", comments = "names.yaml, records.Object")
@NullMarked
@SuppressWarnings("serial")
public final class Object extends SpecificRecordBase {
    private static final long serialVersionUID = -4926681024094195465L;

    /** The schema, which is not to be changed. */
    public static final Schema SCHEMA$ = new Schema.Parser().parse("""
            {"type":"record","name":"Object","namespace":"org.example.names","doc":"ends */ the comment, \\\\u002a\\\
            \\u002f too, and {@code holds} <b>markup</b> & more","fields":[
            {"name":"class","type":{"type":"string","avro.java.string":"String"}},
            {"name":"int","type":"int"},
            {"name":"schema","type":{"type":"record","name":"String","fields":[{"name":"value",\
            "type":{"type":"string","avro.java.string":"String"}},{"name":"Schema","type":"long"},{"name":"SCHEMA",\
            "type":"int"}]}},
            {"name":"get","type":"long"},
            {"name":"data","type":"bytes","doc":"$T #if \\" \\\\u000a"},
            {"name":"in","type":"long"},
            {"name":"Object","type":["null","Object"],"default":null},
            {"name":"java","type":{"type":"array","items":{"type":"string","avro.java.string":"String"}}}]}""");

    private static final SpecificData MODEL$ = new SpecificData(Object.class.getClassLoader());

    static {
        TrustedClasses.trust(Object.class, String.class);
    }

    private java.lang.String class$;
    private int int$;
    private String schema$;
    private long get;
    private ByteBuffer data;
    private long in;
    private @Nullable Object object;
    private List<java.lang.String> java$;

    /** For Avro and Java's serialization, which fill the fields afterwards. */
    public Object() {}

    /**
     * All fields. Lists and maps are copied; a null is refused where the schema has none.
     *
     * @param data $T #if " &#92;u000a
     */
    public Object(
            java.lang.String class$,
            int int$,
            String schema$,
            long get,
            ByteBuffer data,
            long in,
            @Nullable Object object,
            List<java.lang.String> java$) {
        this.class$ = Fields.required(class$, "Object.class");
        this.int$ = int$;
        this.schema$ = Fields.required(schema$, "Object.schema");
        this.get = get;
        this.data = Fields.bytes(data, "Object.data");
        this.in = in;
        this.object = object;
        this.java$ = Fields.list(java$, "Object.java");
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
    public static Builder newBuilder(Object other$) {
        return new Builder(other$);
    }

    public java.lang.String getClass$() {
        return class$;
    }

    public int getInt$() {
        return int$;
    }

    public String getSchema$() {
        return schema$;
    }

    public long getGet() {
        return get;
    }

    /** $T #if " &#92;u000a */
    public ByteBuffer getData() {
        return data.asReadOnlyBuffer();
    }

    public long getIn() {
        return in;
    }

    public @Nullable Object getObject() {
        return object;
    }

    public List<java.lang.String> getJava() {
        return java$;
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
    public java.lang.@Nullable Object get(int field$) {
        return switch (field$) {
            case 0 -> class$;
            case 1 -> int$;
            case 2 -> schema$;
            case 3 -> get;
            case 4 -> data;
            case 5 -> in;
            case 6 -> object;
            case 7 -> java$;
            default -> throw new IndexOutOfBoundsException(field$);
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public void put(int field$, java.lang.@Nullable Object value$) {
        switch (field$) {
            case 0 -> class$ = value$ == null ? null : value$.toString();
            case 1 -> int$ = (Integer) value$;
            case 2 -> schema$ = (String) value$;
            case 3 -> get = (Long) value$;
            case 4 -> data = (ByteBuffer) value$;
            case 5 -> in = (Long) value$;
            case 6 -> object = (Object) value$;
            case 7 -> java$ = (List<java.lang.String>) value$;
            default -> throw new IndexOutOfBoundsException(field$);
        }
    }

    @Override
    public void writeExternal(ObjectOutput out$) throws IOException {
        new SpecificDatumWriter<Object>(SCHEMA$, MODEL$).write(this, SpecificData.getEncoder(out$));
    }

    @Override
    public void readExternal(ObjectInput in$) throws IOException {
        new SpecificDatumReader<Object>(SCHEMA$, SCHEMA$, MODEL$).read(this, SpecificData.getDecoder(in$));
    }

    @Override
    public java.lang.String toString() {
        return "Object[class=" + class$ + ", int=" + int$ + ", schema=" + schema$ + ", get=" + get
                + ", data=" + data + ", in=" + in + ", Object=" + object + ", java=" + java$ + "]";
    }

    /** Makes records. Not thread-safe. */
    @AvroGenerated
    public static final class Builder extends SpecificRecordBuilderBase<Object> {
        private java.lang.@Nullable String class$;
        private int int$;
        private @Nullable String schema$;
        private String.@Nullable Builder schema$$Builder;
        private long get;
        private @Nullable ByteBuffer data;
        private long in;
        private @Nullable Object object;
        private @Nullable Builder object$Builder;
        private @Nullable List<java.lang.String> java$;

        private Builder() {
            super(SCHEMA$, MODEL$);
        }

        private Builder(Builder other$) {
            super(other$);
            class$ = other$.class$;
            int$ = other$.int$;
            schema$ = other$.schema$;
            if (other$.schema$$Builder != null) {
                schema$$Builder = String.newBuilder(other$.schema$$Builder);
            }
            get = other$.get;
            data = other$.data;
            in = other$.in;
            object = other$.object;
            if (other$.object$Builder != null) {
                object$Builder = Object.newBuilder(other$.object$Builder);
            }
            java$ = other$.java$;
        }

        private Builder(Object other$) {
            super(SCHEMA$, MODEL$);
            class$ = other$.class$;
            int$ = other$.int$;
            schema$ = other$.schema$;
            get = other$.get;
            data = other$.data;
            in = other$.in;
            object = other$.object;
            java$ = other$.java$;
            for (Schema.Field field$ : fields()) {
                fieldSetFlags()[field$.pos()] = isValidValue(field$, other$.get(field$.pos()));
            }
        }

        public java.lang.String getClass$() {
            return class$;
        }

        public Builder setClass$(java.lang.String value$) {
            validate(fields()[0], value$);
            class$ = value$;
            fieldSetFlags()[0] = true;
            return this;
        }

        public boolean hasClass$() {
            return fieldSetFlags()[0];
        }

        public Builder clearClass$() {
            class$ = null;
            fieldSetFlags()[0] = false;
            return this;
        }

        public int getInt$() {
            return int$;
        }

        public Builder setInt$(int value$) {
            int$ = value$;
            fieldSetFlags()[1] = true;
            return this;
        }

        public boolean hasInt$() {
            return fieldSetFlags()[1];
        }

        public Builder clearInt$() {
            fieldSetFlags()[1] = false;
            return this;
        }

        public String getSchema$() {
            return schema$;
        }

        public Builder setSchema$(String value$) {
            validate(fields()[2], value$);
            schema$$Builder = null;
            schema$ = value$;
            fieldSetFlags()[2] = true;
            return this;
        }

        public boolean hasSchema$() {
            return fieldSetFlags()[2];
        }

        public Builder clearSchema$() {
            schema$ = null;
            schema$$Builder = null;
            fieldSetFlags()[2] = false;
            return this;
        }

        /** A builder for the field, made from its value if there is one; its record is the field's. */
        public String.Builder getSchema$Builder() {
            if (schema$$Builder == null) {
                setSchema$Builder(schema$ == null ? String.newBuilder() : String.newBuilder(schema$));
            }
            return schema$$Builder;
        }

        public Builder setSchema$Builder(String.Builder value$) {
            clearSchema$();
            schema$$Builder = value$;
            return this;
        }

        public boolean hasSchema$Builder() {
            return schema$$Builder != null;
        }

        public long getGet() {
            return get;
        }

        public Builder setGet(long value$) {
            get = value$;
            fieldSetFlags()[3] = true;
            return this;
        }

        public boolean hasGet() {
            return fieldSetFlags()[3];
        }

        public Builder clearGet() {
            fieldSetFlags()[3] = false;
            return this;
        }

        /** $T #if " &#92;u000a */
        public ByteBuffer getData() {
            return data;
        }

        /** $T #if " &#92;u000a */
        public Builder setData(ByteBuffer value$) {
            validate(fields()[4], value$);
            data = value$;
            fieldSetFlags()[4] = true;
            return this;
        }

        public boolean hasData() {
            return fieldSetFlags()[4];
        }

        public Builder clearData() {
            data = null;
            fieldSetFlags()[4] = false;
            return this;
        }

        public long getIn() {
            return in;
        }

        public Builder setIn(long value$) {
            in = value$;
            fieldSetFlags()[5] = true;
            return this;
        }

        public boolean hasIn() {
            return fieldSetFlags()[5];
        }

        public Builder clearIn() {
            fieldSetFlags()[5] = false;
            return this;
        }

        public @Nullable Object getObject() {
            return object;
        }

        public Builder setObject(@Nullable Object value$) {
            object$Builder = null;
            object = value$;
            fieldSetFlags()[6] = true;
            return this;
        }

        public boolean hasObject() {
            return fieldSetFlags()[6];
        }

        public Builder clearObject() {
            object = null;
            object$Builder = null;
            fieldSetFlags()[6] = false;
            return this;
        }

        /** A builder for the field, made from its value if there is one; its record is the field's. */
        public Builder getObjectBuilder() {
            if (object$Builder == null) {
                setObjectBuilder(object == null ? Object.newBuilder() : Object.newBuilder(object));
            }
            return object$Builder;
        }

        public Builder setObjectBuilder(Builder value$) {
            clearObject();
            object$Builder = value$;
            return this;
        }

        public boolean hasObjectBuilder() {
            return object$Builder != null;
        }

        public List<java.lang.String> getJava() {
            return java$;
        }

        public Builder setJava(List<java.lang.String> value$) {
            validate(fields()[7], value$);
            java$ = value$;
            fieldSetFlags()[7] = true;
            return this;
        }

        public boolean hasJava() {
            return fieldSetFlags()[7];
        }

        public Builder clearJava() {
            java$ = null;
            fieldSetFlags()[7] = false;
            return this;
        }

        @Override
        public Object build() {
            return new Object(
                    orDefault$(0, class$),
                    orDefault$(1, int$),
                    schema$$Builder == null ? orDefault$(2, schema$) : schema$$Builder.build(),
                    orDefault$(3, get),
                    orDefault$(4, data),
                    orDefault$(5, in),
                    object$Builder == null ? orDefault$(6, object) : object$Builder.build(),
                    orDefault$(7, java$));
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
