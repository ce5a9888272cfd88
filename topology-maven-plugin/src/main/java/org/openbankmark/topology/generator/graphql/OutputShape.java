package org.openbankmark.topology.generator.graphql;

import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** How a value changes its shape on the way out: maps become lists of entries; all else is shown as it is. */
final class OutputShape {
    private final JavaWriter out;

    OutputShape(JavaWriter out) {
        this.out = out;
    }

    /** The expression for a value, changed if need be. */
    String expression(Type type, String value) {
        Type plain = plain(type);
        if (plain instanceof MapType) {
            return out.format("$T.entries($L)", GraphQlLibrary.OUTPUTS, value);
        } else if (plain instanceof ArrayType array && changes(array.element())) {
            return out.format("$T.each($L, $L)", GraphQlLibrary.OUTPUTS, value, function(array.element(), 1));
        }
        return value;
    }

    /** A function of one value. */
    String function(Type type, int depth) {
        Type plain = plain(type);
        if (plain instanceof MapType) {
            return out.format("$T::entries", GraphQlLibrary.OUTPUTS);
        } else if (plain instanceof ArrayType array && changes(array.element())) {
            String item = "item" + depth + "$";
            return item + " -> "
                    + out.format("$T.each($L, $L)", GraphQlLibrary.OUTPUTS, item, function(array.element(), depth + 1));
        }
        return "item$ -> item$";
    }

    private static boolean changes(Type type) {
        Type plain = plain(type);
        return plain instanceof MapType || (plain instanceof ArrayType array && changes(array.element()));
    }

    private static Type plain(Type type) {
        return type instanceof UnionType union ? union.onlyValue().orElse(type) : type;
    }
}
