package org.openbankmark.topology.runtime.serde;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.openbankmark.topology.runtime.registry.RegistryException;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.registry.UnknownSchemaIdException;
import org.openbankmark.topology.runtime.topic.Topic;
import org.openbankmark.topology.schema.MeaningChanges;

/** How records are read that were written with schemas other than ours: found once for each id. */
final class WriterSchemas {
    /** A topic has a few versions at a time; a bound, because ids come from bytes that anyone may have written. */
    private static final int MOST_KEPT = 1_000;

    private final Topic<?> topic;
    private final List<RegisteredType<?>> types;
    private final SchemaRegistry registry;
    private final Map<Integer, RecordReader> readers = new LinkedHashMap<>(16, 0.75f, true);

    WriterSchemas(Topic<?> topic, List<RegisteredType<?>> types, SchemaRegistry registry) {
        this.topic = topic;
        this.types = types;
        this.registry = registry;
    }

    /**
     * The reader for records written with a schema.
     *
     * @throws UnreadableRecordException if the registry has no such schema, or it is none of the topic's types
     * @throws WriterSchemaUnavailableException if the registry did not answer
     */
    RecordReader readerOf(int id) {
        synchronized (readers) {
            RecordReader known = readers.get(id);
            if (known != null) {
                return known;
            }
        }
        RecordReader found = find(id);
        synchronized (readers) {
            readers.put(id, found);
            if (readers.size() > MOST_KEPT) {
                Iterator<Integer> eldest = readers.keySet().iterator();
                eldest.next();
                eldest.remove();
            }
        }
        return found;
    }

    /** Whether {@link #readerOf} has it at hand. */
    boolean has(int id) {
        synchronized (readers) {
            return readers.containsKey(id);
        }
    }

    private RecordReader find(int id) {
        Schema schema = fetch(id);
        RegisteredType<?> type = typeOf(schema, id);
        List<String> changes = new ArrayList<>();
        MeaningChanges.find(
                type.codec().schema(),
                schema,
                (place, change) -> changes.add(place.isEmpty() ? change : "field " + place + ": " + change));
        if (!changes.isEmpty()) {
            return new RefusingReader(String.join("; ", changes) + ", which would give another value");
        }
        boolean sameBytes = SchemaNormalization.toParsingForm(schema)
                .equals(SchemaNormalization.toParsingForm(type.codec().schema()));
        return sameBytes ? type : new ResolvingReader<>(schema, type.codec());
    }

    private Schema fetch(int id) {
        try {
            return registry.schemaOf(id);
        } catch (UnknownSchemaIdException unknown) {
            throw new UnreadableRecordException(
                    "a record of topic " + topic + " names schema id " + id + ", which the registry does not have",
                    unknown);
        } catch (RegistryException unavailable) {
            throw new WriterSchemaUnavailableException(
                    "a record of topic " + topic + " names schema id " + id + ", which could not be fetched: "
                            + unavailable.getMessage(),
                    unavailable);
        }
    }

    /** The type with the schema's name, or else an alias for it, or else, as Avro resolves records, its unqualified name. */
    private RegisteredType<?> typeOf(Schema schema, int id) {
        boolean isRecord = schema.getType() == Schema.Type.RECORD;
        String name = isRecord ? schema.getFullName() : schema.getType().getName();
        if (isRecord) {
            // All names before any alias: a type may have a former name that another has now.
            Optional<RegisteredType<?>> type = first(ours -> ours.getFullName().equals(name))
                    .or(() -> first(ours -> ours.getAliases().contains(name)))
                    .or(() -> only(ours -> ours.getName().equals(schema.getName())));
            if (type.isPresent()) {
                return type.get();
            }
        }
        throw new UnreadableRecordException(
                "a record of topic " + topic + " is a " + name + " (schema id " + id + "), but the topic has "
                        + types.stream()
                                .map(type -> type.codec().schema().getFullName())
                                .toList(),
                null);
    }

    private Optional<RegisteredType<?>> first(Predicate<Schema> wanted) {
        return having(wanted).stream().findFirst();
    }

    private Optional<RegisteredType<?>> only(Predicate<Schema> wanted) {
        List<RegisteredType<?>> found = having(wanted);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<RegisteredType<?>> having(Predicate<Schema> wanted) {
        return types.stream().filter(type -> wanted.test(type.codec().schema())).toList();
    }
}
