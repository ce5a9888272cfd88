package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.raw.RawKey;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;

/** Follows the paths of a key into the records of its topic. */
final class KeyLinker {
    private final RecordLinker records;

    KeyLinker(RecordLinker records) {
        this.records = records;
    }

    /** The kinds of text that the parts of the key have; empty, with problems reported, where the key is wrong. */
    Optional<List<String>> kinds(RawKey.Fields key, List<RecordType> types, ProblemCollector problems) {
        List<String> kinds = new ArrayList<>();
        boolean fits = true;
        for (Spanned<String> path : key.paths()) {
            Optional<String> kind = Optional.empty();
            for (RecordType type : types) {
                Optional<String> here = kind(path, type, problems);
                fits &= here.isPresent();
                if (kind.isPresent() && here.isPresent() && !kind.equals(here)) {
                    problems.report(
                            Rule.INVALID_KEY,
                            path.span(),
                            "the key '" + path.value() + "' is a " + here.get() + " in '" + type.name() + "', but a "
                                    + kind.get() + " in other types of this topic",
                            "give it the same type in all of them");
                    fits = false;
                }
                kind = kind.or(() -> here);
            }
            kind.ifPresent(kinds::add);
        }
        return fits ? Optional.of(kinds) : Optional.empty();
    }

    private Optional<String> kind(Spanned<String> path, RecordType start, ProblemCollector problems) {
        RecordType record = start;
        int offset = 0;
        String[] names = path.value().split("\\.", -1);
        for (int i = 0; i < names.length; i++) {
            Span span = path.span().part(path.value(), offset, names[i].length());
            Optional<Field> field = record.field(names[i]);
            if (field.isEmpty()) {
                reportUnknown(names[i], record, span, problems);
                return Optional.empty();
            }
            if (!usable(field.get(), span, problems)) {
                return Optional.empty();
            }
            Type type = field.get().type();
            if (i == names.length - 1) {
                return text(type, names[i], span, problems);
            }
            if (!(type instanceof RecordType inner)) {
                problems.report(
                        Rule.INVALID_KEY,
                        span,
                        "'" + names[i] + "' is no record, so nothing can come after it",
                        "end the path here");
                return Optional.empty();
            }
            record = inner;
            offset += names[i].length() + 1;
        }
        return Optional.empty();
    }

    private void reportUnknown(String name, RecordType record, Span span, ProblemCollector problems) {
        if (records.isBroken(record, name)) {
            return;
        }
        problems.report(
                Rule.INVALID_KEY,
                span,
                "the record '" + record.name() + "' has no field '" + name + "'",
                Suggestion.didYouMeanOrOneOf(
                        name, record.fields().stream().map(Field::name).toList()));
    }

    private static boolean usable(Field field, Span span, ProblemCollector problems) {
        if (field.secret()) {
            problems.report(
                    Rule.INVALID_KEY,
                    span,
                    "'" + field.name() + "' is secret, but keys stand in logs and tools for all to see",
                    "take another field, or add an id for the purpose");
            return false;
        }
        if (field.type().isNullable()) {
            problems.report(
                    Rule.INVALID_KEY,
                    span,
                    "'" + field.name() + "' may be null, so records without it would have no key",
                    "take a field that is always there, or remove the '?' from its type");
            return false;
        }
        return true;
    }

    private static Optional<String> text(Type type, String name, Span span, ProblemCollector problems) {
        Optional<String> kind = KeyText.kind(type);
        if (kind.isEmpty()) {
            problems.report(
                    Rule.INVALID_KEY,
                    span,
                    "'" + name + "' has no stable text, so it can be no key",
                    type instanceof RecordType inner
                            ? "name a field in it, such as '" + name + "."
                                    + inner.fields().stream()
                                            .findFirst()
                                            .map(Field::name)
                                            .orElse("field") + "'"
                            : "keys are strings, whole numbers, booleans, uuids, enums, dates, times or decimals");
        }
        return kind;
    }
}
