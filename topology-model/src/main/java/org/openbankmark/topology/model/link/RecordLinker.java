package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.naming.Names;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawField;
import org.openbankmark.topology.model.raw.RawRecord;
import org.openbankmark.topology.model.raw.RawValue;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.Circles;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** Gives records their fields, once all types are known. Used by one thread. */
final class RecordLinker {
    private final TypeResolver resolver;
    private final ProblemCollector problems;
    private final Map<RecordType, Pending> pending = new LinkedHashMap<>();
    private final Set<RecordType> broken = new HashSet<>();
    private final Map<RecordType, Integer> circles = new HashMap<>();

    RecordLinker(TypeResolver resolver, ProblemCollector problems) {
        this.resolver = resolver;
        this.problems = problems;
    }

    /** A record whose fields have their types, but not yet their defaults. */
    private record Pending(RawRecord raw, List<PendingField> fields) {}

    private record PendingField(RawField raw, Resolved resolved) {}

    /** Resolves the types of a record's fields. */
    void resolve(RecordType type, RawRecord raw) {
        ProblemCollector here = problems.at(raw.name().value());
        checkAliases(raw, here);
        List<PendingField> fields = new ArrayList<>();
        for (RawField field : raw.fields()) {
            ProblemCollector at = here.at(field.name().value());
            boolean nullLast = field.defaultValue().isPresent()
                    && !isNull(field.defaultValue().get());
            Optional<Resolved> resolved = resolver.resolve(field.type(), raw.namespace(), nullLast, at);
            if (Names.avro(field.name(), "a field", at) && resolved.isPresent()) {
                fields.add(new PendingField(field, resolved.get()));
            } else {
                broken.add(type);
            }
        }
        pending.put(type, new Pending(raw, fields));
    }

    /** Whether a field of that name is missing because it had a mistake, which is reported already. */
    boolean isBroken(RecordType type, String field) {
        Pending record = pending.get(type);
        return record != null
                && broken.contains(type)
                && record.raw.fields().stream()
                        .anyMatch(known -> known.name().value().equals(field));
    }

    /** The records with the types of their fields, as far as they are known. */
    Map<RecordType, List<FieldPlace>> fieldTypes() {
        Map<RecordType, List<FieldPlace>> types = new LinkedHashMap<>();
        pending.forEach((type, record) -> {
            List<FieldPlace> places = new ArrayList<>(record.fields.size());
            for (PendingField field : record.fields) {
                places.add(new FieldPlace(field.raw.name(), field.resolved.type()));
            }
            types.put(type, places);
        });
        return types;
    }

    /** Understands default values and completes all records. */
    void link() {
        List<List<RecordType>> groups = Circles.of(pending.keySet(), this::contained);
        for (int i = 0; i < groups.size(); i++) {
            for (RecordType type : groups.get(i)) {
                circles.put(type, i);
            }
        }
        pending.keySet().forEach(this::complete);
    }

    /** The records of the topology file that a value of the record can contain as the next ones. */
    private List<RecordType> contained(RecordType type) {
        List<RecordType> contained = new ArrayList<>();
        Pending record = pending.get(type);
        if (record != null) {
            record.fields.forEach(field -> addRecords(field.resolved.type(), contained));
        }
        return contained;
    }

    private void addRecords(Type type, List<RecordType> records) {
        if (type instanceof ArrayType array) {
            addRecords(array.element(), records);
        } else if (type instanceof MapType map) {
            addRecords(map.value(), records);
        } else if (type instanceof UnionType union) {
            union.branches().forEach(branch -> addRecords(branch, records));
        } else if (type instanceof RecordType record && pending.containsKey(record)) {
            records.add(record);
        }
    }

    /**
     * Completes a record that a default of another has; false where both are in one circle. Avro compares a default with its
     * type as soon as it has read the field; where it began with the default's record, that one has no fields yet.
     */
    private boolean completeFor(RecordType owner, RecordType type) {
        if (Objects.equals(circles.get(owner), circles.get(type))) {
            return false;
        }
        complete(type);
        return true;
    }

    private void complete(RecordType type) {
        Pending record = pending.get(type);
        if (record == null || type.isLinked()) {
            return;
        }
        ProblemCollector here = problems.at(type.name());
        List<Field> linked = new ArrayList<>();
        for (PendingField field : record.fields) {
            linked.add(link(type, field, here.at(field.raw.name().value())));
        }
        List<Schema.Field> schemaFields = new ArrayList<>(linked.size());
        for (Field field : linked) {
            schemaFields.add(field.schemaField());
        }
        type.schema().setFields(schemaFields);
        type.link(linked);
    }

    private Field link(RecordType owner, PendingField field, ProblemCollector here) {
        RawField raw = field.raw;
        @Nullable Object value = null;
        if (raw.defaultValue().isPresent()) {
            value = new DefaultValues(of -> completeFor(owner, of))
                    .of(raw.defaultValue().get(), field.resolved.type(), here)
                    .orElse(null);
        } else if (field.resolved.type().isNullable()) {
            value = Schema.Field.NULL_DEFAULT_VALUE;
        }
        Schema.Field avro = new Schema.Field(
                raw.name().value(), field.resolved.type().schema(), raw.doc().orElse(null), value, order(raw));
        List<String> aliases = new ArrayList<>(raw.aliases().size());
        for (Spanned<String> alias : raw.aliases()) {
            avro.addAlias(alias.value());
            aliases.add(alias.value());
        }
        return new Field(
                raw.name().value(),
                field.resolved.type(),
                raw.doc(),
                aliases,
                raw.secret() || field.resolved.secret(),
                raw.name().span().location(),
                avro);
    }

    private static Schema.Field.Order order(RawField raw) {
        return raw.order().isEmpty()
                ? Schema.Field.Order.ASCENDING
                : Schema.Field.Order.valueOf(raw.order().get().toUpperCase(Locale.ROOT));
    }

    // An alias is the field's old name; a reader could not tell whose data they are if another field had it too.
    private static void checkAliases(RawRecord raw, ProblemCollector here) {
        boolean any = false;
        for (RawField field : raw.fields()) {
            any |= !field.aliases().isEmpty();
        }
        if (!any) {
            return;
        }
        Map<String, String> owners = new HashMap<>();
        raw.fields()
                .forEach(field -> owners.put(field.name().value(), field.name().value()));
        for (RawField field : raw.fields()) {
            ProblemCollector at = here.at(field.name().value());
            for (Spanned<String> alias : field.aliases()) {
                @Nullable
                String owner = owners.putIfAbsent(alias.value(), field.name().value());
                if (Names.avro(alias, "an alias", at) && owner != null) {
                    at.report(
                            Rule.INVALID_ALIAS,
                            alias.span(),
                            "the alias '" + alias.value() + "' is a name of the field '" + owner + "' already",
                            "an alias is a name that the field had before and no other has");
                }
            }
        }
    }

    private static boolean isNull(RawValue value) {
        return value instanceof RawValue.Scalar scalar && scalar.isNull();
    }
}
