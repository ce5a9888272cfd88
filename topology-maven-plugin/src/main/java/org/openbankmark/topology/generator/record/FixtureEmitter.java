package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.FieldNames;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;

/** A class that makes records of a type for tests: valid ones, the same for the same seed. */
final class FixtureEmitter {
    /** How deep records within records have lists with items and optional fields with values. */
    private static final int DEPTH = 3;

    private final JavaNames names;
    private final JavaTypes types;
    private final Origin origin;

    FixtureEmitter(JavaNames names, Origin origin) {
        this.names = names;
        this.types = new JavaTypes(names);
        this.origin = origin;
    }

    String emit(RecordType record) {
        ClassName type = names.type(record);
        ClassName fixture = names.fixture(record);
        JavaWriter out = names.writer(fixture);
        out.javadoc(Javadoc.of(
                "Makes {@link " + out.name(type) + "} records for tests. The same seed gives the same record."));
        origin.annotate(out, record);
        out.line("@$T", Classes.NULL_MARKED);
        out.open("public final class $L {", fixture.simpleName());
        out.line("private $L() {}", fixture.simpleName()).blank();
        out.javadoc(Javadoc.of("Always the same record."));
        out.open("public static $T create() {", type)
                .line("return create(0);")
                .close()
                .blank();
        out.javadoc(Javadoc.of("A record that depends on nothing but the seed."));
        out.open("public static $T create(long seed) {", type);
        out.line("return create(new $T(seed), $L);", Classes.RANDOM, DEPTH)
                .close()
                .blank();
        out.javadoc(Javadoc.of(
                "For fixtures of records that contain this one: below the depth nothing optional is given."));
        FixtureMethods methods = new FixtureMethods(names, types, out);
        create(record, type, methods, out);
        methods.emitRest();
        return out.close().toSource();
    }

    private void create(RecordType record, ClassName type, FixtureMethods methods, JavaWriter out) {
        FieldNames fields = names.fields(record);
        out.open(
                "public static $T create($T $L, int $L) {",
                type,
                Classes.RANDOM,
                names.local("random"),
                names.local("depth"));
        if (record.fields().isEmpty()) {
            out.line("return new $T();", type).close();
            return;
        }
        String builder = names.local("builder");
        out.line("$T.Builder $L = $T.newBuilder();", type, builder, type);
        for (Field field : record.fields()) {
            String value = methods.value(field.name(), fields.of(field).stem(), field.type());
            out.line("$L.$L($L);", builder, fields.of(field).setter(), value);
        }
        out.line("return $L.build();", builder).close();
    }
}
