package org.openbankmark.topology.model.parse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.yaml.YamlMapping;
import org.openbankmark.topology.model.yaml.YamlNode;
import org.openbankmark.topology.model.yaml.YamlScalar;
import org.openbankmark.topology.model.yaml.YamlSequence;

/** Takes values out of one mapping by key and reports those of a wrong shape; unknown keys are reported at once. */
final class MappingReader {
    private final YamlMapping mapping;
    private final Span place;
    private final ProblemCollector problems;

    private MappingReader(YamlMapping mapping, Span place, ProblemCollector problems) {
        this.mapping = mapping;
        this.place = place;
        this.problems = problems;
    }

    /**
     * A reader of the mapping.
     *
     * @param place where a missing key is reported: the mapping's own key, or the start of the file
     */
    static MappingReader of(YamlMapping mapping, Grammar grammar, Span place, ProblemCollector problems) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!grammar.keys().contains(key)) {
                problems.report(
                        Rule.UNKNOWN_KEY,
                        entry.key().span(),
                        "unknown key '" + key + "'",
                        Suggestion.didYouMeanOrOneOf(key, grammar.keys()));
            }
        }
        return new MappingReader(mapping, place, problems);
    }

    ProblemCollector problems() {
        return problems;
    }

    Span place() {
        return place;
    }

    /** The value of that key; empty where there is none or it is null. */
    Optional<YamlNode> node(String key) {
        return mapping.entry(key)
                .map(YamlMapping.Entry::value)
                .filter(value -> !(value instanceof YamlScalar scalar && scalar.isNull()));
    }

    /** The value even if it is null. */
    Optional<YamlNode> nodeOrNull(String key) {
        return mapping.entry(key).map(YamlMapping.Entry::value);
    }

    Span keySpan(String key) {
        return mapping.entry(key).map(entry -> entry.key().span()).orElse(place);
    }

    Optional<Spanned<String>> text(String key) {
        return node(key).flatMap(value -> text(value, "'" + key + "'", problems));
    }

    /** A text for people, without the line end that a block of text ends with. */
    Optional<String> prose(String key) {
        return text(key).map(text -> text.value().strip());
    }

    /** As {@link #text}, and reports the key if it is missing. */
    Optional<Spanned<String>> requiredText(String key, String advice) {
        if (node(key).isEmpty()) {
            problems.report(Rule.MISSING_KEY, place, "the key '" + key + "' is missing", advice);
        }
        return text(key);
    }

    Optional<Boolean> flag(String key) {
        return text(key).flatMap(text -> switch (text.value()) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> {
                problems.report(
                        Rule.WRONG_VALUE,
                        text.span(),
                        "'" + key + "' is true or false, not '" + text.value() + "'",
                        "write true or false");
                yield Optional.empty();
            }
        });
    }

    /** One of the constants of an enum by its name. */
    <E extends Enum<E>> Optional<Spanned<E>> choice(String key, Class<E> type) {
        return text(key).flatMap(text -> {
            List<String> names = new ArrayList<>();
            for (E constant : type.getEnumConstants()) {
                names.add(constant.name());
                if (constant.name().equals(text.value())) {
                    return Optional.of(new Spanned<>(constant, text.span()));
                }
            }
            problems.report(
                    Rule.WRONG_VALUE,
                    text.span(),
                    "'" + text.value() + "' is no " + key,
                    Suggestion.didYouMeanOrOneOf(text.value(), names));
            return Optional.empty();
        });
    }

    /** One text, or a list of them, none twice. */
    List<Spanned<String>> texts(String key) {
        return node(key).map(value -> texts(value, key, problems)).orElse(List.of());
    }

    /** The entries of a mapping, each with a collector that knows its place. */
    void each(String key, String expected, BiConsumer<YamlMapping.Entry, ProblemCollector> visitor) {
        node(key).ifPresent(value -> {
            if (value instanceof YamlMapping inner) {
                ProblemCollector here = problems.at(key);
                for (YamlMapping.Entry entry : inner.entries()) {
                    visitor.accept(entry, here.at(entry.key().text()));
                }
            } else {
                problems.report(
                        Rule.WRONG_SHAPE,
                        value.span(),
                        "'" + key + "' is a mapping, not " + value.shape(),
                        "write " + expected);
            }
        });
    }

    static Optional<Spanned<String>> text(YamlNode value, String what, ProblemCollector problems) {
        if (value instanceof YamlScalar scalar && !scalar.isNull()) {
            return Optional.of(new Spanned<>(scalar.text(), scalar.span()));
        }
        problems.report(
                Rule.WRONG_SHAPE,
                value.span(),
                what + " is a text, not " + value.shape(),
                "write one text or name here");
        return Optional.empty();
    }

    static List<Spanned<String>> texts(YamlNode value, String key, ProblemCollector problems) {
        if (!(value instanceof YamlSequence sequence)) {
            return text(value, "'" + key + "'", problems).map(List::of).orElse(List.of());
        }
        List<Spanned<String>> texts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (YamlNode item : sequence.items()) {
            text(item, "each part of '" + key + "'", problems).ifPresent(text -> {
                if (seen.add(text.value())) {
                    texts.add(text);
                } else {
                    problems.report(
                            Rule.DUPLICATE_ITEM,
                            text.span(),
                            "'" + text.value() + "' stands in '" + key + "' twice",
                            "keep one of them");
                }
            });
        }
        return texts;
    }
}
