package org.openbankmark.topology.generator.record;

import java.util.List;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.generator.naming.JavaNames;
import org.openbankmark.topology.model.type.EnumType;

/** The class of an enum. */
final class EnumEmitter {
    private final JavaNames names;
    private final Origin origin;

    EnumEmitter(JavaNames names, Origin origin) {
        this.names = names;
        this.origin = origin;
    }

    String emit(EnumType type) {
        ClassName name = names.type(type);
        List<String> constants = type.symbols().stream().map(names::symbol).toList();
        JavaWriter out = names.writer(name);
        // A constant hides a class of its name wherever both could be meant.
        constants.forEach(out::declare);
        out.javadoc(new Javadoc().text(type.doc().orElse("The enum " + type.name() + ".")));
        out.line("@$T", Classes.AVRO_GENERATED);
        origin.annotate(out, type);
        out.open("public enum $L implements $T {", name.simpleName(), Classes.ENUM_SYMBOL.with(name));
        for (int i = 0; i < constants.size(); i++) {
            out.raw(constants.get(i) + (i < constants.size() - 1 ? "," : ";"));
        }
        out.blank().javadoc(Javadoc.of("The schema, which is not to be changed."));
        SchemaField.write(SchemaText.of(type.schema()), out);
        out.line("private static final $L[] VALUES$$ = values();", name.simpleName())
                .blank();
        out.open("static {")
                .line("$T.trust($L.class);", Classes.TRUSTED_CLASSES, name.simpleName())
                .close()
                .blank();
        out.javadoc(Javadoc.of("The same as {@link #SCHEMA$}."));
        out.open("public static $T getClassSchema() {", Classes.SCHEMA)
                .line("return SCHEMA$$;")
                .close()
                .blank();
        out.javadoc(Javadoc.of("The constant with that ordinal, without the copy that {@link #values} makes."));
        out.open("public static $L at(int ordinal$$) {", name.simpleName());
        out.line("return VALUES$$[ordinal$$];").close().blank();
        out.line("@$T", Classes.OVERRIDE).open("public $T getSchema() {", Classes.SCHEMA);
        out.line("return SCHEMA$$;").close();
        if (!constants.equals(type.symbols())) {
            out.blank().javadoc(Javadoc.of("The symbol as it is in the schema."));
            out.line("@$T", Classes.OVERRIDE).open("public $T toString() {", Classes.STRING);
            out.line("return SCHEMA$$.getEnumSymbols().get(ordinal());").close();
        }
        return out.close().toSource();
    }
}
