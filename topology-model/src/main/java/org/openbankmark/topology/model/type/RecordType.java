package org.openbankmark.topology.model.type;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.Location;

/**
 * A record. May contain itself, so its fields are given once, after all records of a topology are known.
 *
 * <p>Immutable once {@link #link} was called; equal to itself only.
 */
public final class RecordType implements NamedType {
    private final String name;
    private final String namespace;
    private final Optional<String> doc;
    private final Location location;
    private final String path;
    private final Schema schema;
    private List<Field> fields = List.of();
    private Map<String, Field> fieldsByName = Map.of();
    private boolean linked;

    /** A record whose fields are still to come. */
    public RecordType(
            String name, String namespace, Optional<String> doc, Location location, String path, Schema schema) {
        this.name = name;
        this.namespace = namespace;
        this.doc = doc;
        this.location = location;
        this.path = path;
        this.schema = schema;
    }

    /**
     * Gives the record its fields.
     *
     * @throws IllegalStateException if it has them already
     */
    public void link(List<Field> fields) {
        if (linked) {
            throw new IllegalStateException(fullName() + " is linked already");
        }
        this.fields = List.copyOf(fields);
        Map<String, Field> byName = new HashMap<>();
        for (Field field : fields) {
            byName.put(field.name(), field);
        }
        this.fieldsByName = byName;
        this.linked = true;
    }

    /** Whether it has its fields. */
    public boolean isLinked() {
        return linked;
    }

    /** In the order in which they are on the wire. */
    public List<Field> fields() {
        return fields;
    }

    /** The field of that name. */
    public Optional<Field> field(String fieldName) {
        return Optional.ofNullable(fieldsByName.get(fieldName));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public Optional<String> doc() {
        return doc;
    }

    @Override
    public Location location() {
        return location;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public String toString() {
        return fullName();
    }
}
