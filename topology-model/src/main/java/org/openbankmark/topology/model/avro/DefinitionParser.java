package org.openbankmark.topology.model.avro;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.NamedType;

/**
 * Gives definitions to Avro's own parser: all in one text, because a parser that is used again copies all it knows each
 * time. Where the whole is refused, each is tried by itself to find out which is wrong.
 */
final class DefinitionParser {
    private final Map<String, Definition> definitions;
    private final ProblemCollector problems;

    DefinitionParser(Map<String, Definition> definitions, ProblemCollector problems) {
        this.definitions = definitions;
        this.problems = problems;
    }

    ImportedSchemas parse() {
        List<List<Definition>> groups = DefinitionOrder.groups(definitions);
        int before = problems.count();
        CircleDefaults.check(groups, problems);
        if (!checkUses() || problems.count() > before) {
            return new ImportedSchemas(List.of(), definitions.keySet());
        }
        DefinitionText text = new DefinitionText(definitions);
        StringBuilder all = new StringBuilder("[");
        for (List<Definition> group : groups) {
            for (Definition definition : group) {
                text.write(definition, all);
            }
        }
        try {
            Schema union = parse(all.append(']').toString());
            return new ImportedSchemas(types(union), Set.of());
        } catch (AvroRuntimeException e) {
            findWrong(groups, e);
            return new ImportedSchemas(List.of(), definitions.keySet());
        }
    }

    private static Schema parse(String json) {
        return new Schema.Parser(NameValidator.STRICT_VALIDATOR).parse(json);
    }

    private List<Spanned<NamedType>> types(Schema union) {
        Map<String, Schema> schemas = SchemaWalk.named(union);
        SchemaTypes types = new SchemaTypes(definitions);
        List<Spanned<NamedType>> named = new ArrayList<>();
        for (Definition definition : definitions.values()) {
            @Nullable Schema schema = schemas.get(definition.fullName());
            if (schema != null) {
                named.add(new Spanned<>(types.named(schema), definition.span()));
                TimeDefaults.check(schema, definition.span(), problems);
            }
        }
        types.link();
        return named;
    }

    private boolean checkUses() {
        boolean fits = true;
        for (Definition definition : definitions.values()) {
            for (String use : definition.uses()) {
                if (!definitions.containsKey(use)) {
                    problems.report(
                            Rule.INVALID_SCHEMA,
                            definition.span(),
                            "'" + definition.fullName() + "' uses the unknown type '" + use + "'",
                            Suggestion.didYouMean(use, definitions.keySet())
                                    .or(() -> Optional.of("name the file that defines it under 'schemas' too")));
                    fits = false;
                }
            }
        }
        return fits;
    }

    private void findWrong(List<List<Definition>> groups, AvroRuntimeException whole) {
        Set<String> wrong = new HashSet<>();
        int before = problems.count();
        for (List<Definition> group : groups) {
            for (Definition definition : group) {
                if (definition.uses().stream().anyMatch(wrong::contains)) {
                    wrong.add(definition.fullName());
                    continue;
                }
                StringBuilder alone = new StringBuilder("[");
                new DefinitionText(definitions).write(definition, alone);
                try {
                    parse(alone.append(']').toString());
                } catch (AvroRuntimeException e) {
                    wrong.add(definition.fullName());
                    report(definition, e);
                }
            }
        }
        if (problems.count() == before) {
            report(groups.get(0).get(0), whole);
        }
    }

    private void report(Definition definition, AvroRuntimeException e) {
        problems.report(
                Rule.INVALID_SCHEMA,
                definition.span(),
                "Avro refuses '" + definition.fullName() + "': " + e.getMessage(),
                "mend the schema; Avro's specification says what is allowed");
    }
}
