package org.openbankmark.topology.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a reader takes the same bytes for another value. Avro's schema resolution looks at no logical type, so a decimal of
 * another scale or a time of another unit is read without an error, and wrong by a power of ten. A logical type that only one of the
 * two has is how a plain number becomes one, and is left alone; so is another precision, which changes no value. Safe for use by
 * several threads.
 */
public final class MeaningChanges {
    private final BiConsumer<String, String> found;
    private final List<String> names = new ArrayList<>();
    private final Set<Pair> seen = new HashSet<>();

    private MeaningChanges(BiConsumer<String, String> found) {
        this.found = found;
    }

    /** Records that contain themselves are looked at once. */
    private record Pair(String reader, String writer) {}

    /**
     * Looks for all of them. Where the reader could not read the writer's records at all, finds what it comes across.
     *
     * @param found gets the place, the reader's names of fields, dotted, empty for the schema itself; and what changed there,
     *     such as "a decimal of scale 2 is read with scale 4"
     */
    public static void find(Schema reader, Schema writer, BiConsumer<String, String> found) {
        new MeaningChanges(found).compare(reader, writer);
    }

    private void compare(Schema reader, Schema writer) {
        if (writer.isUnion()) {
            writer.getTypes().forEach(branch -> compare(reader, branch));
        } else if (reader.isUnion()) {
            Schema branch = branchFor(writer, reader.getTypes());
            if (branch != null) {
                compare(branch, writer);
            }
        } else if (reader.getType() == writer.getType()) {
            compareAlike(reader, writer);
        } else {
            compareMeaning(reader.getLogicalType(), writer.getLogicalType());
        }
    }

    private void compareAlike(Schema reader, Schema writer) {
        switch (reader.getType()) {
            case RECORD -> compareFields(reader, writer);
            case ARRAY -> compare(reader.getElementType(), writer.getElementType());
            case MAP -> compare(reader.getValueType(), writer.getValueType());
            default -> compareMeaning(reader.getLogicalType(), writer.getLogicalType());
        }
    }

    private void compareFields(Schema reader, Schema writer) {
        if (!seen.add(new Pair(reader.getFullName(), writer.getFullName()))) {
            return;
        }
        for (Schema.Field field : reader.getFields()) {
            Schema.Field written = written(field, writer);
            if (written != null) {
                names.add(field.name());
                compare(field.schema(), written.schema());
                names.remove(names.size() - 1);
            }
        }
    }

    private static Schema.@Nullable Field written(Schema.Field field, Schema writer) {
        Schema.Field same = writer.getField(field.name());
        if (same != null) {
            return same;
        }
        return field.aliases().stream()
                .map(writer::getField)
                .filter(named -> named != null)
                .findFirst()
                .orElse(null);
    }

    /** The branch of the reader's union that the writer's type is read with: one of its own type before one it is promoted to. */
    private static @Nullable Schema branchFor(Schema writer, List<Schema> branches) {
        for (Schema branch : branches) {
            if (isAlike(branch, writer)) {
                return branch;
            }
        }
        if (writer.getType() == Schema.Type.RECORD) {
            return recordFor(writer, branches);
        }
        for (Schema branch : branches) {
            if (isPromoted(writer.getType(), branch.getType())) {
                return branch;
            }
        }
        return null;
    }

    /** Avro takes a record of another name, too, where its fields can be read; one of the same unqualified name before others. */
    private static @Nullable Schema recordFor(Schema writer, List<Schema> branches) {
        Schema first = null;
        for (Schema branch : branches) {
            if (branch.getType() == Schema.Type.RECORD) {
                if (branch.getName().equals(writer.getName())) {
                    return branch;
                }
                first = first == null ? branch : first;
            }
        }
        return first;
    }

    private static boolean isAlike(Schema branch, Schema writer) {
        if (branch.getType() != writer.getType()) {
            return false;
        }
        return switch (branch.getType()) {
            case RECORD, ENUM, FIXED ->
                branch.getFullName().equals(writer.getFullName())
                        || branch.getAliases().contains(writer.getFullName());
            default -> true;
        };
    }

    private static boolean isPromoted(Schema.Type written, Schema.Type read) {
        return switch (written) {
            case INT -> read == Schema.Type.LONG || read == Schema.Type.FLOAT || read == Schema.Type.DOUBLE;
            case LONG -> read == Schema.Type.FLOAT || read == Schema.Type.DOUBLE;
            case FLOAT -> read == Schema.Type.DOUBLE;
            case STRING -> read == Schema.Type.BYTES;
            case BYTES -> read == Schema.Type.STRING;
            default -> false;
        };
    }

    private void compareMeaning(@Nullable LogicalType reader, @Nullable LogicalType writer) {
        if (reader == null || writer == null) {
            return;
        }
        if (!reader.getName().equals(writer.getName())) {
            tell(writer.getName() + " is read as " + reader.getName());
        } else if (reader instanceof LogicalTypes.Decimal read
                && writer instanceof LogicalTypes.Decimal written
                && read.getScale() != written.getScale()) {
            tell("a decimal of scale " + written.getScale() + " is read with scale " + read.getScale());
        }
    }

    private void tell(String change) {
        found.accept(String.join(".", names), change);
    }
}
