package org.openbankmark.topology.generator.record;

import java.util.List;
import org.openbankmark.topology.generator.java.Escaping;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.TextBlock;

/** The constant {@code SCHEMA$} of a generated class. A schema too long for one constant is given in parts. */
final class SchemaField {
    private SchemaField() {}

    /** Writes the constant for a schema's text. */
    static void write(String schema, JavaWriter out) {
        List<String> parts = Escaping.parts(schema);
        String head =
                out.format("public static final $T SCHEMA$$ = new $T.Parser().parse(", Classes.SCHEMA, Classes.SCHEMA);
        for (int part = 0; part < parts.size(); part++) {
            List<String> lines = TextBlock.lines(parts.get(part), out.room() - 8);
            out.verbatim(part == 0 ? head + lines.get(0) : "        " + lines.get(0));
            out.indent().indent();
            for (String line : lines.subList(1, lines.size() - 1)) {
                out.verbatim(line);
            }
            out.verbatim(lines.get(lines.size() - 1) + (part < parts.size() - 1 ? "," : ");"));
            out.outdent().outdent();
        }
        out.blank();
    }
}
