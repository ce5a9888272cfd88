package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.model.type.NamedType;

/**
 * Says in generated code what it was made by, and from what. A path in the file and no line: a line would rewrite every
 * later file when one record grows.
 *
 * @param tool the plugin's name and version
 * @param main the topology's main file as the user named it, with forward slashes
 */
public record Origin(String tool, String main) {

    /** The text for a part of the main file: {@code topology.yaml, topics.balance_changed}. */
    public String of(String path) {
        return fromItsFolder(main) + ", " + path;
    }

    /** The text for a type, which may be imported: {@code common/money.yaml, records.Money}. */
    public String of(NamedType type) {
        return fromItsFolder(type.location().file()) + ", " + type.path();
    }

    private String fromItsFolder(String file) {
        String folder = main.substring(0, main.lastIndexOf('/') + 1);
        return file.startsWith(folder) ? file.substring(folder.length()) : file;
    }

    /** Writes the annotation that every generated class carries; for a part of the main file. */
    public void annotate(JavaWriter out, String path) {
        write(out, of(path));
    }

    /** The same for a type. */
    public void annotate(JavaWriter out, NamedType type) {
        write(out, of(type));
    }

    private void write(JavaWriter out, String place) {
        String annotation = out.format("@$T(value = $S, comments = $S)", Classes.GENERATED, tool, place);
        if (annotation.length() <= out.room()) {
            out.raw(annotation);
        } else {
            out.line("@$T(", Classes.GENERATED).indent().indent();
            out.line("value = $S,", tool).line("comments = $S)", place);
            out.outdent().outdent();
        }
    }
}
