package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;

/** The static methods {@code newBuilder} of a record's class. */
final class BuilderFactories {
    private final ClassName type;

    BuilderFactories(ClassName type) {
        this.type = type;
    }

    void emit(JavaWriter out) {
        out.javadoc(Javadoc.of("A builder without values; what is not set gets the schema's default."));
        out.open("public static Builder newBuilder() {")
                .line("return new Builder();")
                .close()
                .blank();
        out.javadoc(Javadoc.of("A builder with the values of another."));
        out.open("public static Builder newBuilder(Builder other$$) {");
        out.line("return new Builder(other$$);").close().blank();
        out.javadoc(Javadoc.of("A builder with the values of a record."));
        out.open("public static Builder newBuilder($T other$$) {", type);
        out.line("return new Builder(other$$);").close();
    }
}
