package org.openbankmark.topology.model.parse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawDeployment;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.yaml.YamlNode;
import org.openbankmark.topology.model.yaml.YamlScalar;
import org.openbankmark.topology.model.yaml.YamlSequence;

/** Reads how topics are deployed; the same keys stand in topics, defaults and environments. */
final class DeploymentParser {
    /** No cluster has topics near this; more is a slip of the hand. */
    private static final int MAX_PARTITIONS = 100_000;

    /** Kafka's replication factor is a 16-bit number. */
    private static final int MAX_REPLICAS = Short.MAX_VALUE;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private DeploymentParser() {}

    static RawDeployment parse(MappingReader reader) {
        return new RawDeployment(
                number(reader, "partitions", MAX_PARTITIONS),
                number(reader, "replicas", MAX_REPLICAS),
                reader.choice("compatibility", Compatibility.class),
                config(reader),
                reader.flag("preventDelete"));
    }

    private static Optional<Spanned<Integer>> number(MappingReader reader, String key, int max) {
        Optional<Spanned<String>> text = reader.text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String digits = text.get().value();
        if (NUMBER.matcher(digits).matches()) {
            int number = Integer.parseInt(digits);
            if (number <= max) {
                return Optional.of(new Spanned<>(number, text.get().span()));
            }
        }
        boolean isNumber = digits.matches("[+-]?[0-9]+");
        reader.problems()
                .report(
                        isNumber ? Rule.OUT_OF_RANGE : Rule.WRONG_VALUE,
                        text.get().span(),
                        "'" + key + "' is a whole number from 1 to " + max + ", not '" + digits + "'",
                        "write a number such as '" + key + ": 3'");
        return Optional.empty();
    }

    private static Map<String, RawDeployment.Setting> config(MappingReader reader) {
        Map<String, RawDeployment.Setting> config = new LinkedHashMap<>();
        reader.each("config", "settings by Kafka's names, such as { retention.ms: 900000 }", (entry, here) -> {
            Spanned<String> name = TypesParser.name(entry);
            config.put(name.value(), new RawDeployment.Setting(name, value(entry.value(), here)));
        });
        return config;
    }

    private static Optional<Spanned<String>> value(YamlNode value, ProblemCollector problems) {
        if (value instanceof YamlScalar scalar && scalar.isNull()) {
            return Optional.empty();
        }
        if (value instanceof YamlSequence sequence) {
            String joined = MappingReader.texts(value, "config", problems).stream()
                    .map(Spanned::value)
                    .collect(Collectors.joining(","));
            return Optional.of(new Spanned<>(joined, sequence.span()));
        }
        if (value instanceof YamlScalar scalar) {
            return Optional.of(new Spanned<>(scalar.text(), scalar.span()));
        }
        problems.report(
                Rule.WRONG_SHAPE,
                value.span(),
                "a setting is a number, a text or a list, not " + value.shape(),
                "write 'name.of.setting: value'; the dots are part of the name");
        return Optional.empty();
    }
}
