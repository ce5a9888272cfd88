package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.raw.RawValue;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/**
 * Default values as Avro wants them (Avro specification, "Complex Types, Records"): objects that {@link Schema.Field}
 * takes. Reports values that do not fit their type.
 */
final class DefaultValues {
    private final Completion completion;

    /** Completes a record that a default value is of; false where its fields lead back to the record that has the default. */
    interface Completion {
        boolean complete(RecordType type);
    }

    DefaultValues(Completion completion) {
        this.completion = completion;
    }

    /** The value; empty, with a problem reported, where it does not fit. */
    Optional<Object> of(RawValue value, Type type, ProblemCollector problems) {
        if (type instanceof UnionType union) {
            return ofUnion(value, union, problems);
        }
        if (type instanceof ArrayType array) {
            return ofArray(value, array, problems);
        }
        if (type instanceof MapType map) {
            return ofMap(value, map, problems);
        }
        if (type instanceof RecordType record) {
            return ofRecord(value, record, problems);
        }
        if (!(value instanceof RawValue.Scalar scalar)) {
            return refuse(value.span(), "this default is no single value", expected(type), problems);
        }
        if (type == PrimitiveType.NULL) {
            return scalar.isNull()
                    ? Optional.of(Schema.Field.NULL_DEFAULT_VALUE)
                    : refuse(value.span(), "'" + scalar.text() + "' is not null", "write null", problems);
        }
        if (scalar.isNull()) {
            return refuse(
                    value.span(),
                    "the default is null, but the type allows no null",
                    "add '?' to the type, or put the word in quotes if it is a text",
                    problems);
        }
        return ofScalar(scalar, type, problems);
    }

    private static Optional<Object> ofScalar(RawValue.Scalar scalar, Type type, ProblemCollector problems) {
        Optional<Object> made;
        if (type instanceof EnumType symbols) {
            if (symbols.symbols().contains(scalar.text())) {
                return Optional.of(scalar.text());
            }
            problems.report(
                    Rule.INVALID_DEFAULT,
                    scalar.span(),
                    "'" + scalar.text() + "' is no symbol of " + symbols.name(),
                    Suggestion.didYouMeanOrOneOf(scalar.text(), symbols.symbols()));
            return Optional.empty();
        } else if (type instanceof FixedType fixed) {
            made = ScalarDefaults.bytes(scalar.text(), fixed.size());
        } else if (type instanceof LogicalType logical) {
            made = LogicalDefaults.of(scalar.text(), logical);
        } else {
            made = ScalarDefaults.of(scalar.text(), scalar.quoted(), (PrimitiveType) type);
        }
        return made.isPresent()
                ? made
                : refuse(
                        scalar.span(),
                        "the default '" + scalar.text() + "' does not fit the type",
                        expected(type),
                        problems);
    }

    private Optional<Object> ofUnion(RawValue value, UnionType union, ProblemCollector problems) {
        ProblemCollector attempt = ProblemCollector.create();
        Type first = union.branches().get(0);
        Optional<Object> made = of(value, first, attempt);
        if (made.isPresent()) {
            return made;
        }
        for (Type other : union.branches().subList(1, union.branches().size())) {
            if (of(value, other, attempt).isPresent()) {
                return refuse(
                        value.span(),
                        "the default fits a later part of the union, but Avro wants it of the first",
                        other == PrimitiveType.NULL
                                ? "leave the default out"
                                : "write the part that the default is of first",
                        problems);
            }
        }
        return of(value, first, problems);
    }

    private Optional<Object> ofArray(RawValue value, ArrayType array, ProblemCollector problems) {
        if (!(value instanceof RawValue.Items items)) {
            return refuse(value.span(), "the default of a list is a list", "write [] for an empty one", problems);
        }
        List<Object> made = new ArrayList<>();
        for (RawValue item : items.items()) {
            of(item, array.element(), problems).ifPresent(made::add);
        }
        return made.size() == items.items().size() ? Optional.of(made) : Optional.empty();
    }

    private Optional<Object> ofMap(RawValue value, MapType map, ProblemCollector problems) {
        if (!(value instanceof RawValue.Entries entries)) {
            return refuse(value.span(), "the default of a map is a mapping", "write {} for an empty one", problems);
        }
        Map<String, Object> made = new LinkedHashMap<>();
        entries.entries().forEach((key, entry) -> of(entry.value(), map.value(), problems)
                .ifPresent(of -> made.put(key, of)));
        return made.size() == entries.entries().size() ? Optional.of(made) : Optional.empty();
    }

    private Optional<Object> ofRecord(RawValue value, RecordType record, ProblemCollector problems) {
        if (!(value instanceof RawValue.Entries entries)) {
            return refuse(
                    value.span(),
                    "the default of a record is a mapping of its fields",
                    "write { field: value } for each field without a default",
                    problems);
        }
        if (!completion.complete(record)) {
            return refuse(
                    value.span(),
                    "this default has a record '" + record.name()
                            + "', whose fields lead back here: Avro cannot read its schema",
                    "leave the default out, or give an empty list or map",
                    problems);
        }
        int before = problems.count();
        Map<String, Object> made = new LinkedHashMap<>();
        entries.entries().forEach((key, entry) -> {
            Optional<Field> field = record.field(key);
            if (field.isEmpty()) {
                problems.report(
                        Rule.INVALID_DEFAULT,
                        entry.key().span(),
                        "the record '" + record.name() + "' has no field '" + key + "'",
                        Suggestion.didYouMeanOrOneOf(
                                key, record.fields().stream().map(Field::name).toList()));
            } else {
                of(entry.value(), field.get().type(), problems).ifPresent(of -> made.put(key, of));
            }
        });
        for (Field field : record.fields()) {
            if (!field.hasDefault() && !entries.entries().containsKey(field.name())) {
                problems.report(
                        Rule.INVALID_DEFAULT,
                        value.span(),
                        "the default lacks the field '" + field.name() + "' of '" + record.name() + "'",
                        "add it, or give that field a default of its own");
            }
        }
        return problems.count() == before ? Optional.of(made) : Optional.empty();
    }

    private static String expected(Type type) {
        if (type instanceof LogicalType logical) {
            return LogicalDefaults.expected(logical);
        }
        if (type instanceof FixedType fixed) {
            return "write " + fixed.size() + " characters from U+0000 to U+00FF, one for each byte";
        }
        return type instanceof PrimitiveType primitive
                ? ScalarDefaults.expected(primitive)
                : "write one of the symbols";
    }

    private static Optional<Object> refuse(Span span, String message, String advice, ProblemCollector problems) {
        problems.report(Rule.INVALID_DEFAULT, span, message, advice);
        return Optional.empty();
    }
}
