package org.openbankmark.topology.model.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawField;
import org.openbankmark.topology.model.raw.RawRecord;
import org.openbankmark.topology.model.raw.RawType;
import org.openbankmark.topology.model.raw.RawTypes;
import org.openbankmark.topology.model.raw.TypeExpression;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.yaml.YamlMapping;
import org.openbankmark.topology.model.yaml.YamlNode;
import org.openbankmark.topology.model.yaml.YamlScalar;
import org.openbankmark.topology.model.yaml.YamlSequence;

/** Reads {@code types}, {@code records}, {@code import} and {@code schemas}: the part that imported files have too. */
final class TypesParser {
    private final String namespace;

    TypesParser(String namespace) {
        this.namespace = namespace;
    }

    RawTypes parse(MappingReader file) {
        List<RawType> types = new ArrayList<>();
        file.each("types", "names with their types, such as 'Iban: string'", (entry, here) -> type(entry, here)
                .ifPresent(types::add));
        List<RawRecord> records = new ArrayList<>();
        file.each("records", "records with their fields, such as 'Heartbeat: { beat: long }'", (entry, here) -> record(
                        entry, here)
                .ifPresent(records::add));
        return new RawTypes(types, records, file.texts("import"), file.texts("schemas"));
    }

    private Optional<RawType> type(YamlMapping.Entry entry, ProblemCollector problems) {
        Spanned<String> name = name(entry);
        if (!(entry.value() instanceof YamlMapping mapping)) {
            return MappingReader.text(entry.value(), "a type", problems)
                    .map(text -> new RawType.Alias(
                            name, namespace, TypeExpressionParser.parse(text, problems), Optional.empty(), false));
        }
        if (mapping.entry("enum").isPresent()) {
            return Optional.of(symbols(name, MappingReader.of(mapping, Grammar.ENUM, name.span(), problems)));
        }
        MappingReader reader = MappingReader.of(mapping, Grammar.TYPE, name.span(), problems);
        return reader.requiredText("type", "write '" + name.value() + ": { type: string }', or { enum: [A, B] }")
                .map(text -> new RawType.Alias(
                        name,
                        namespace,
                        TypeExpressionParser.parse(text, problems),
                        reader.prose("doc"),
                        reader.flag("secret").orElse(false)));
    }

    private RawType symbols(Spanned<String> name, MappingReader reader) {
        Optional<YamlNode> given = reader.node("enum");
        if (given.isPresent() && !(given.get() instanceof YamlSequence)) {
            reader.problems()
                    .report(
                            Rule.WRONG_SHAPE,
                            given.get().span(),
                            "'enum' is a list of symbols, not " + given.get().shape(),
                            "write { enum: [A, B] }");
        }
        // YAML takes null for nothing; as a symbol the word is meant.
        List<Spanned<String>> symbols = new ArrayList<>();
        if (given.isPresent() && given.get() instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                if (item instanceof YamlScalar scalar) {
                    symbols.add(new Spanned<>(scalar.text(), scalar.span()));
                } else {
                    reader.problems()
                            .report(
                                    Rule.WRONG_SHAPE,
                                    item.span(),
                                    "a symbol is a word, not " + item.shape(),
                                    "write a name");
                }
            }
        }
        return new RawType.Symbols(
                name,
                namespace,
                symbols,
                reader.text("default"),
                reader.texts("aliases"),
                reader.prose("doc"),
                reader.flag("secret").orElse(false));
    }

    private Optional<RawRecord> record(YamlMapping.Entry entry, ProblemCollector problems) {
        Spanned<String> name = name(entry);
        if (entry.value() instanceof YamlScalar scalar && scalar.isNull()) {
            return Optional.of(new RawRecord(name, namespace, Optional.empty(), List.of(), List.of()));
        }
        if (!(entry.value() instanceof YamlMapping mapping)) {
            problems.report(
                    Rule.WRONG_SHAPE,
                    entry.value().span(),
                    "a record is a mapping of its fields, not " + entry.value().shape(),
                    "write '" + name.value() + ": { field: type }'");
            return Optional.empty();
        }
        // Long form: 'fields' holds a mapping. In the short form a field may well be called so, but then it is a type.
        if (!(mapping.entry("fields").map(YamlMapping.Entry::value).orElse(null) instanceof YamlMapping fields)
                || (!Grammar.RECORD.keys().containsAll(mapping.entriesByKey().keySet()) && isField(fields))) {
            return Optional.of(new RawRecord(name, namespace, Optional.empty(), List.of(), fields(mapping, problems)));
        }
        MappingReader reader = MappingReader.of(mapping, Grammar.RECORD, name.span(), problems);
        return Optional.of(
                new RawRecord(name, namespace, reader.prose("doc"), reader.texts("aliases"), fields(fields, problems)));
    }

    // A field in long form has a type that is a text and no other keys than a field's.
    private static boolean isField(YamlMapping mapping) {
        return mapping.entry("type").map(YamlMapping.Entry::value).orElse(null) instanceof YamlScalar
                && Grammar.FIELD.keys().containsAll(mapping.entriesByKey().keySet());
    }

    private List<RawField> fields(YamlMapping mapping, ProblemCollector problems) {
        List<RawField> fields = new ArrayList<>();
        boolean broken = false;
        for (YamlMapping.Entry entry : mapping.entries()) {
            // '{ amount: decimal(12,2) }' without quotes is two entries to YAML; the first has told of it.
            if (broken && isNull(entry.value()) && entry.key().text().endsWith(")")) {
                continue;
            }
            Optional<RawField> field = field(entry, problems.at(entry.key().text()));
            broken = field.isPresent() && field.get().type() instanceof TypeExpression.Broken;
            field.ifPresent(fields::add);
        }
        return fields;
    }

    private static Optional<RawField> field(YamlMapping.Entry entry, ProblemCollector problems) {
        Spanned<String> name = name(entry);
        if (!(entry.value() instanceof YamlMapping mapping)) {
            if (isNull(entry.value())) {
                problems.report(
                        Rule.MISSING_KEY,
                        name.span(),
                        "the field '" + name.value() + "' has no type",
                        "write '" + name.value() + ": string'");
                return Optional.of(field(name, new TypeExpression.Broken(name.span())));
            }
            return MappingReader.text(entry.value(), "a field's type", problems)
                    .map(text -> field(name, TypeExpressionParser.parse(text, problems)));
        }
        MappingReader reader = MappingReader.of(mapping, Grammar.FIELD, name.span(), problems);
        Optional<Spanned<String>> type = reader.requiredText("type", "write '" + name.value() + ": { type: string }'");
        return Optional.of(new RawField(
                name,
                type.map(text -> TypeExpressionParser.parse(text, problems))
                        .orElseGet(() -> new TypeExpression.Broken(name.span())),
                reader.prose("doc"),
                reader.nodeOrNull("default").map(ValueParser::parse),
                reader.texts("aliases"),
                reader.choice("order", FieldOrder.class)
                        .map(order -> order.value().name()),
                reader.flag("secret").orElse(false)));
    }

    private static RawField field(Spanned<String> name, TypeExpression type) {
        return new RawField(name, type, Optional.empty(), Optional.empty(), List.of(), Optional.empty(), false);
    }

    private static boolean isNull(YamlNode value) {
        return value instanceof YamlScalar scalar && scalar.isNull();
    }

    static Spanned<String> name(YamlMapping.Entry entry) {
        Span span = entry.key().span();
        return new Spanned<>(entry.key().text(), span);
    }
}
