package org.openbankmark.topology.generator.record;

import org.apache.avro.SchemaNormalization;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.FixedType;

/** The class of a fixed: bytes whose number is checked. */
final class FixedEmitter {
    private final JavaNames names;
    private final Origin origin;

    FixedEmitter(JavaNames names, Origin origin) {
        this.names = names;
        this.origin = origin;
    }

    String emit(FixedType type) {
        ClassName name = names.type(type);
        String simpleName = name.simpleName();
        JavaWriter out = names.writer(name);
        out.javadoc(new Javadoc().text(type.doc().orElse("The fixed " + type.name() + ".")));
        out.line("@$T", Classes.AVRO_GENERATED).line("@$T($L)", Classes.FIXED_SIZE, type.size());
        origin.annotate(out, type);
        out.open("public final class $L extends $T {", simpleName, Classes.SPECIFIC_FIXED);
        long fingerprint = SchemaNormalization.parsingFingerprint64(type.schema());
        out.line("private static final long serialVersionUID = $LL;", fingerprint)
                .blank();
        out.javadoc(Javadoc.of("The schema, which is not to be changed."));
        SchemaField.write(SchemaText.of(type.schema()), out);
        out.open("static {")
                .line("$T.trust($L.class);", Classes.TRUSTED_CLASSES, simpleName)
                .close()
                .blank();
        out.javadoc(Javadoc.of("Zeros."));
        out.line("public $L() {}", simpleName).blank();
        out.javadoc(Javadoc.of("These bytes, not a copy of them.")
                .throwing("AvroRuntimeException", "if there are not " + type.size() + " of them"));
        out.open("public $L(byte[] bytes) {", simpleName)
                .line("super(bytes);")
                .close()
                .blank();
        out.javadoc(Javadoc.of("The same as {@link #SCHEMA$}."));
        out.open("public static $T getClassSchema() {", Classes.SCHEMA)
                .line("return SCHEMA$$;")
                .close();
        override(out)
                .open("public $T getSchema() {", Classes.SCHEMA)
                .line("return SCHEMA$$;")
                .close();
        override(out).open("public void bytes(byte[] bytes) {");
        out.open("if (bytes.length != $L) {", type.size());
        out.line(
                "throw new $T($S + bytes.length);",
                Classes.AVRO_EXCEPTION,
                type.name() + " takes " + type.size() + " bytes, not ");
        out.close().line("super.bytes(bytes);").close();
        override(out)
                .open("public void writeExternal($T out) throws $T {", Classes.OBJECT_OUTPUT, Classes.IO_EXCEPTION);
        out.line(
                "new $T<$L>(SCHEMA$$).write(this, $T.getEncoder(out));",
                Classes.DATUM_WRITER,
                simpleName,
                Classes.SPECIFIC_DATA);
        out.close();
        override(out).open("public void readExternal($T in) throws $T {", Classes.OBJECT_INPUT, Classes.IO_EXCEPTION);
        out.line(
                "new $T<$L>(SCHEMA$$).read(this, $T.getDecoder(in));",
                Classes.DATUM_READER,
                simpleName,
                Classes.SPECIFIC_DATA);
        return out.close().close().toSource();
    }

    private static JavaWriter override(JavaWriter out) {
        return out.blank().line("@$T", Classes.OVERRIDE);
    }
}
