package org.openbankmark.topology.model.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;

/**
 * Fields of a reader that two fields of the writer have names of. A reader's alias gives the writer's field the name of the
 * reader's, and Avro refuses a record with two fields of one name: it reads nothing of that writer (Avro specification, "Aliases").
 */
final class AmbiguousAliases {
    private final Schema writer;
    private final Map<String, Schema> written = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<String> path = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();

    /**
     * Such a field.
     *
     * @param place its name, dotted, with those of the fields that it lies in
     * @param names those of its names that the writer's fields have, its aliases last
     */
    record Found(String place, List<String> names) {}

    private AmbiguousAliases(Schema writer) {
        this.writer = writer;
        addRecords(writer);
    }

    static List<Found> find(Schema reader, Schema writer) {
        AmbiguousAliases aliases = new AmbiguousAliases(writer);
        aliases.visit(reader);
        return List.copyOf(aliases.found);
    }

    private void addRecords(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            inner(schema).forEach(this::addRecords);
        } else if (written.putIfAbsent(schema.getFullName(), schema) == null) {
            schema.getFields().forEach(field -> addRecords(field.schema()));
        }
    }

    private void visit(Schema reader) {
        if (reader.getType() != Schema.Type.RECORD) {
            inner(reader).forEach(this::visit);
            return;
        }
        if (!seen.add(reader.getFullName())) {
            return;
        }
        List<Schema> writers = writersOf(reader);
        for (Schema.Field field : reader.getFields()) {
            path.add(field.name());
            writers.forEach(each -> compare(field, each));
            visit(field.schema());
            path.remove(path.size() - 1);
        }
    }

    /** The writer's records that are read as this one; the outermost is, whatever its name. */
    private List<Schema> writersOf(Schema reader) {
        Set<String> names = new TreeSet<>(reader.getAliases());
        names.add(reader.getFullName());
        if (path.isEmpty() && writer.getType() == Schema.Type.RECORD) {
            names.add(writer.getFullName());
        }
        List<Schema> writers = new ArrayList<>();
        for (String name : names) {
            Schema record = written.get(name);
            if (record != null) {
                writers.add(record);
            }
        }
        return writers;
    }

    private void compare(Schema.Field field, Schema record) {
        List<String> names = new ArrayList<>();
        names.add(field.name());
        names.addAll(new TreeSet<>(field.aliases()));
        names.removeIf(name -> record.getField(name) == null);
        if (names.size() > 1) {
            found.add(new Found(String.join(".", path), List.copyOf(names)));
        }
    }

    private static List<Schema> inner(Schema schema) {
        return switch (schema.getType()) {
            case ARRAY -> List.of(schema.getElementType());
            case MAP -> List.of(schema.getValueType());
            case UNION -> schema.getTypes();
            default -> List.of();
        };
    }
}
