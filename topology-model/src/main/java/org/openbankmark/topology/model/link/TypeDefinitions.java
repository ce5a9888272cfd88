package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.naming.Names;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.raw.RawRecord;
import org.openbankmark.topology.model.raw.RawType;
import org.openbankmark.topology.model.raw.RawTypes;
import org.openbankmark.topology.model.source.Spanned;
import org.openbankmark.topology.model.type.EnumType;
import org.openbankmark.topology.model.type.RecordType;

/** Collects what the files define: aliases, enums, fixed, and records still without fields. */
final class TypeDefinitions {
    private static final Set<String> TAKEN =
            Set.of("uuid", "decimal", "fixed", "map", "null", "enum", "record", "array");

    private final ProblemCollector problems;
    private final NamedTypes named;
    private final FixedTypes fixed;
    private final Map<String, RawType.Alias> aliases = new LinkedHashMap<>();
    private final Map<RecordType, RawRecord> records = new LinkedHashMap<>();
    private final Map<String, Spanned<String>> defined = new HashMap<>();
    private final Set<String> secretNames = new HashSet<>();
    private final Set<String> broken = new HashSet<>();
    private final List<FormerName> formerNames = new ArrayList<>();

    /** An alias of a record or enum. */
    private record FormerName(String fullName, Spanned<String> alias, ProblemCollector here) {}

    TypeDefinitions(NamedTypes named, FixedTypes fixed, ProblemCollector problems) {
        this.named = named;
        this.fixed = fixed;
        this.problems = problems;
    }

    void define(RawTypes file) {
        ProblemCollector atTypes = problems.at("types");
        for (RawType type : file.types()) {
            ProblemCollector here = atTypes.at(type.name().value());
            if (claim(type.name(), here)) {
                if (type instanceof RawType.Symbols symbols) {
                    define(symbols, here);
                } else if (type instanceof RawType.Alias alias) {
                    aliases.put(alias.name().value(), alias);
                    if (fixed.define(alias, here) && alias.secret()) {
                        secretNames.add(alias.namespace() + "." + alias.name().value());
                    }
                }
            }
        }
        for (RawRecord record : file.records()) {
            ProblemCollector here = problems.at("records").at(record.name().value());
            if (claim(record.name(), here)) {
                define(record, here);
            }
        }
    }

    /** Checks aliases, once all types are known: where another type has the name, a reader could not tell whose data they are. */
    void checkAliases() {
        for (FormerName former : formerNames) {
            named.full(former.fullName)
                    .ifPresent(owner -> former.here.report(
                            Rule.INVALID_ALIAS,
                            former.alias.span(),
                            "the alias '" + former.alias.value() + "' is the name of a type already, at "
                                    + owner.location(),
                            "an alias is a name that the type had before and no other has"));
        }
    }

    /** Takes note of a type whose mistakes are reported already. */
    void markBroken(String fullName) {
        broken.add(fullName);
        broken.add(fullName.substring(fullName.lastIndexOf('.') + 1));
    }

    Map<String, RawType.Alias> aliases() {
        return aliases;
    }

    Map<RecordType, RawRecord> records() {
        return records;
    }

    /** Full names of enums and fixed that are secret. */
    Set<String> secretNames() {
        return secretNames;
    }

    /** Names whose definitions had mistakes. */
    Set<String> broken() {
        return broken;
    }

    private boolean claim(Spanned<String> name, ProblemCollector here) {
        if (!Names.avro(name, "a type", here)) {
            broken.add(name.value());
            return false;
        }
        if (BuiltInTypes.named(name.value()).isPresent() || TAKEN.contains(name.value())) {
            here.report(
                    Rule.NAME_COLLISION,
                    name.span(),
                    "'" + name.value() + "' is a built-in type",
                    "choose another name, such as '" + capital(name.value()) + "'");
            return false;
        }
        @Nullable Spanned<String> first = defined.putIfAbsent(name.value(), name);
        if (first != null) {
            here.report(
                    Rule.NAME_COLLISION,
                    name.span(),
                    "the name '" + name.value() + "' is taken already, at "
                            + first.span().location(),
                    "give one of them another name");
            return false;
        }
        return true;
    }

    private void define(RawType.Symbols raw, ProblemCollector here) {
        String name = raw.name().value();
        boolean fits = checkSymbols(raw, here);
        for (Spanned<String> alias : raw.aliases()) {
            fits &= alias(alias, raw.namespace(), here);
        }
        if (!fits) {
            broken.add(name);
            return;
        }
        List<String> symbols = raw.symbols().stream().map(Spanned::value).toList();
        Optional<String> defaultSymbol = raw.defaultSymbol().map(Spanned::value);
        Schema schema =
                Schema.createEnum(name, raw.doc().orElse(null), raw.namespace(), symbols, defaultSymbol.orElse(null));
        raw.aliases().forEach(alias -> schema.addAlias(alias.value()));
        EnumType type = new EnumType(
                name,
                raw.namespace(),
                symbols,
                defaultSymbol,
                raw.doc(),
                raw.name().span().location(),
                "types." + name,
                schema);
        if (!named.add(type, raw.name().span(), here)) {
            broken.add(name);
        }
        if (raw.secret()) {
            secretNames.add(type.fullName());
        }
    }

    private boolean alias(Spanned<String> alias, String namespace, ProblemCollector here) {
        if (!Names.avroAlias(alias, here)) {
            return false;
        }
        String fullName = alias.value().contains(".") ? alias.value() : namespace + "." + alias.value();
        formerNames.add(new FormerName(fullName, alias, here));
        return true;
    }

    private static boolean checkSymbols(RawType.Symbols raw, ProblemCollector here) {
        if (raw.symbols().isEmpty()) {
            here.report(
                    Rule.INVALID_ENUM, raw.name().span(), "an enum needs a symbol", "write { enum: [FIRST, SECOND] }");
            return false;
        }
        boolean fits = true;
        Set<String> seen = new HashSet<>();
        for (Spanned<String> symbol : raw.symbols()) {
            fits &= Names.avro(symbol, "a symbol", here);
            if (!seen.add(symbol.value())) {
                here.report(
                        Rule.DUPLICATE_ITEM,
                        symbol.span(),
                        "the symbol '" + symbol.value() + "' stands here twice",
                        "keep one of them");
                fits = false;
            }
        }
        if (raw.defaultSymbol().isPresent()
                && !seen.contains(raw.defaultSymbol().get().value())) {
            Spanned<String> symbol = raw.defaultSymbol().get();
            here.report(
                    Rule.INVALID_ENUM,
                    symbol.span(),
                    "the default '" + symbol.value() + "' is none of the symbols",
                    Suggestion.didYouMeanOrOneOf(
                            symbol.value(), seen.stream().sorted().toList()));
            fits = false;
        }
        return fits;
    }

    private void define(RawRecord raw, ProblemCollector here) {
        String name = raw.name().value();
        Schema schema = Schema.createRecord(name, raw.doc().orElse(null), raw.namespace(), false);
        for (Spanned<String> alias : raw.aliases()) {
            if (alias(alias, raw.namespace(), here)) {
                schema.addAlias(alias.value());
            }
        }
        RecordType type = new RecordType(
                name, raw.namespace(), raw.doc(), raw.name().span().location(), "records." + name, schema);
        if (named.add(type, raw.name().span(), here)) {
            records.put(type, raw);
        } else {
            broken.add(name);
        }
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace("-", "") + "Value";
    }
}
