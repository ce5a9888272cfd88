package org.openbankmark.topology.model.diff;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.SchemaCompatibility;
import org.openbankmark.topology.model.diff.Incompatibility.Direction;

/** What Avro finds, in words for people. */
final class IncompatibilityText {
    /** Avro puts whole schemas into its messages. */
    private static final int LONGEST = 200;

    private IncompatibilityText() {}

    static String reason(AmbiguousAliases.Found field) {
        return "the writer has a field for each of its names '" + String.join("' and '", field.names())
                + "', and Avro takes one only";
    }

    static String advice(AmbiguousAliases.Found field, Direction direction) {
        return direction == Direction.BACKWARD
                ? "remove the alias '" + field.names().get(field.names().size() - 1) + "'"
                : "give one of the two fields another name, which no alias of the earlier version is";
    }

    static String reason(AvroRuntimeException incomparable) {
        String message = String.valueOf(incomparable.getMessage());
        return "Avro cannot compare the two, "
                + (message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message);
    }

    static String reason(SchemaCompatibility.Incompatibility found) {
        return switch (found.getType()) {
            case READER_FIELD_MISSING_DEFAULT_VALUE ->
                "the writer does not have it and the reader has no default for it";
            case TYPE_MISMATCH -> "its type changed, " + found.getMessage();
            case NAME_MISMATCH -> "its type has another name, " + found.getMessage();
            case MISSING_ENUM_SYMBOLS -> "the reader does not know the symbols " + found.getMessage();
            case MISSING_UNION_BRANCH -> "the reader's union lacks a branch, " + found.getMessage();
            case FIXED_SIZE_MISMATCH -> "the size of the fixed changed, " + found.getMessage();
        };
    }

    static String advice(SchemaCompatibility.Incompatibility found, Direction direction) {
        return switch (found.getType()) {
            case READER_FIELD_MISSING_DEFAULT_VALUE ->
                direction == Direction.BACKWARD
                        ? "give the new field a default"
                        : "keep the field that the earlier version has";
            case TYPE_MISMATCH -> "keep the type and add a new field with a default beside it";
            case NAME_MISMATCH -> "keep the type's name, or give the new name an alias to the earlier one";
            case MISSING_ENUM_SYMBOLS ->
                direction == Direction.BACKWARD
                        ? "keep the symbols, or give the enum a default"
                        : "add symbols only to an enum whose earlier versions have a default";
            case MISSING_UNION_BRANCH ->
                direction == Direction.BACKWARD
                        ? "keep the branches of the union"
                        : "add a new field with a default in place of a new branch";
            case FIXED_SIZE_MISMATCH -> "keep the size and add a new field with a default beside it";
        };
    }
}
