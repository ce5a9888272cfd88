package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.generator.java.JavaWriter;

/**
 * Says in generated code what it was made by, and from what. A path in the file and no line: a line would rewrite every
 * later file when one record grows.
 *
 * @param tool the plugin's name and version
 * @param source the topology file's name
 */
public record Origin(String tool, String source) {

    /** The text for one thing: {@code topology.yaml, records.BalanceChanged}. */
    public String of(String path) {
        return source + ", " + path;
    }

    /** Writes the annotation that every generated class carries. */
    public void annotate(JavaWriter out, String path) {
        String annotation = out.format("@$T(value = $S, comments = $S)", Classes.GENERATED, tool, of(path));
        if (annotation.length() <= out.room()) {
            out.raw(annotation);
        } else {
            out.line("@$T(", Classes.GENERATED).indent().indent();
            out.line("value = $S,", tool).line("comments = $S)", of(path));
            out.outdent().outdent();
        }
    }
}
