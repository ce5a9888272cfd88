package org.openbankmark.topology.model.parse;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawDeployment;
import org.openbankmark.topology.model.raw.RawKey;
import org.openbankmark.topology.model.raw.RawTopic;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.yaml.YamlMapping;
import org.openbankmark.topology.model.yaml.YamlNode;
import org.openbankmark.topology.model.yaml.YamlScalar;
import org.openbankmark.topology.model.yaml.YamlSequence;

/** Reads one topic. */
final class TopicParser {

    private TopicParser() {}

    static Optional<RawTopic> parse(YamlMapping.Entry entry, ProblemCollector problems) {
        Spanned<String> name = TypesParser.name(entry);
        if (entry.value() instanceof YamlScalar scalar && scalar.isNull()) {
            return Optional.of(new RawTopic(
                    name,
                    List.of(),
                    false,
                    Optional.empty(),
                    RawDeployment.NOTHING,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        if (!(entry.value() instanceof YamlMapping mapping)) {
            problems.report(
                    Rule.WRONG_SHAPE,
                    entry.value().span(),
                    "a topic is a mapping, not " + entry.value().shape(),
                    "write '" + name.value() + ": { type: RecordName, key: field }'");
            return Optional.empty();
        }
        MappingReader reader = MappingReader.of(mapping, Grammar.TOPIC, name.span(), problems);
        return Optional.of(new RawTopic(
                name,
                reader.texts("type"),
                reader.node("type").orElse(null) instanceof YamlSequence,
                reader.node("key").flatMap(value -> key(value, problems)),
                DeploymentParser.parse(reader),
                reader.texts("replies"),
                reader.text("deadLetter"),
                reader.prose("doc"),
                deprecated(reader)));
    }

    // 'deprecated: true' is what hands write first; the reason is what readers need.
    private static Optional<String> deprecated(MappingReader reader) {
        Optional<Spanned<String>> text = reader.text("deprecated");
        if (text.isPresent() && text.get().value().equals("false")) {
            return Optional.empty();
        }
        if (text.isPresent() && text.get().value().equals("true")) {
            reader.problems()
                    .report(
                            Rule.WRONG_VALUE,
                            text.get().span(),
                            "'deprecated' says why and what to use instead",
                            "write 'deprecated: use orders_v2'");
        }
        return text.map(Spanned::value);
    }

    private static Optional<RawKey> key(YamlNode value, ProblemCollector problems) {
        if (value instanceof YamlSequence) {
            List<Spanned<String>> paths = MappingReader.texts(value, "key", problems);
            if (paths.isEmpty()) {
                problems.report(
                        Rule.INVALID_KEY,
                        value.span(),
                        "the list of key fields is empty",
                        "name a field, or write 'key: none'");
                return Optional.empty();
            }
            return Optional.of(new RawKey.Fields(paths, value.span()));
        }
        return MappingReader.text(value, "'key'", problems).map(text -> switch (text.value()) {
            case "none" -> new RawKey.None(text.span());
            case "$time" -> new RawKey.Time(text.span());
            default -> new RawKey.Fields(List.of(text), text.span());
        });
    }
}
