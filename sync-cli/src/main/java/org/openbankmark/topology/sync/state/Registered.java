package org.openbankmark.topology.sync.state;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * A version of a subject.
 *
 * @param version its number, from 1
 * @param id of its schema in the registry
 * @param text as it is registered
 * @param schema what it means, without {@code avro.java.string}; empty where it is no Avro schema or cannot be read
 * @param references to schemas of other subjects
 */
public record Registered(int version, int id, String text, Optional<Schema> schema, List<Reference> references) {

    public Registered {
        references = List.copyOf(references);
    }

    /**
     * Whether it is that schema. Layout and {@code avro.java.string} do not count, with which generated clients find a schema all
     * the same; documentation, aliases and other properties do, because a registry takes them for another schema.
     */
    public boolean is(String wanted) {
        return text.equals(wanted)
                || schema.map(meant -> meant.toString().equals(wanted)).orElse(false);
    }

    /** A use of a schema of another subject. */
    public record Reference(String name, String subject, int version) {}
}
