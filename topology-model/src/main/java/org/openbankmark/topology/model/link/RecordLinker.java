package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.raw.RawField;
import org.openbankmark.topology.model.raw.RawRecord;
import org.openbankmark.topology.model.raw.RawValue;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;

/** Gives records their fields, once all types are known. Used by one thread. */
final class RecordLinker {
    private final TypeResolver resolver;
    private final Map<RecordType, List<Pending>> pending = new LinkedHashMap<>();

    RecordLinker(TypeResolver resolver) {
        this.resolver = resolver;
    }

    /** A field whose type is known and whose default is still to be understood. */
    private record Pending(RawField raw, Resolved resolved) {}

    /** Resolves the types of a record's fields. */
    void resolve(RecordType type, RawRecord raw, ProblemCollector problems) {
        List<Pending> fields = new ArrayList<>();
        for (RawField field : raw.fields()) {
            ProblemCollector here = problems.at(field.name().value());
            boolean nullLast = field.defaultValue().isPresent()
                    && !isNull(field.defaultValue().get());
            resolver.resolve(field.type(), nullLast, here)
                    .ifPresent(resolved -> fields.add(new Pending(field, resolved)));
        }
        pending.put(type, fields);
    }

    /** Understands default values and completes all records. */
    void link(ProblemCollector problems) {
        pending.forEach((type, fields) -> {
            List<Field> linked = new ArrayList<>();
            for (Pending field : fields) {
                linked.add(
                        link(field, problems.at(type.name()).at(field.raw.name().value())));
            }
            type.schema().setFields(linked.stream().map(Field::schemaField).toList());
            type.link(linked);
        });
    }

    private static Field link(Pending field, ProblemCollector problems) {
        RawField raw = field.raw;
        Schema schema = field.resolved.type().schema();
        @Nullable Object value = null;
        if (raw.defaultValue().isPresent()) {
            value = DefaultValues.of(raw.defaultValue().get(), field.resolved.type(), problems)
                    .orElse(null);
        } else if (field.resolved.type().isNullable()) {
            value = Schema.Field.NULL_DEFAULT_VALUE;
        }
        Schema.Field avro = new Schema.Field(
                raw.name().value(),
                schema,
                raw.doc().orElse(null),
                value,
                Schema.Field.Order.valueOf(raw.order().orElse("ascending").toUpperCase(Locale.ROOT)));
        List<String> aliases = raw.aliases().stream().map(Spanned::value).toList();
        aliases.forEach(avro::addAlias);
        return new Field(
                raw.name().value(),
                field.resolved.type(),
                raw.doc(),
                aliases,
                raw.secret() || field.resolved.secret(),
                raw.name().span().location(),
                avro);
    }

    private static boolean isNull(RawValue value) {
        return value instanceof RawValue.Scalar scalar && scalar.isNull();
    }
}
