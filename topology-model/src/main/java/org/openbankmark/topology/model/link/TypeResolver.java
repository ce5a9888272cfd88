package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.avro.LogicalSchemas;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.raw.RawType;
import org.openbankmark.topology.model.raw.TypeExpression;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.type.ArrayType;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** Gives type expressions their meaning. Used by one thread, once all named types are known. */
final class TypeResolver {
    /** Of expressions in one another, around the innermost. Whoever walks a type later has as many calls on the stack. */
    private static final int MAX_DEPTH = 100;

    private static final Pattern NAME = Pattern.compile("[\\w.$-]+");

    private final NamedTypes named;
    private final Map<String, RawType.Alias> aliases;
    private final Set<String> secretNames;
    private final Set<String> broken;
    private final FixedTypes fixed;
    private final Map<String, Optional<Resolved>> resolvedAliases = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    /** How many expressions are being resolved, each for the one before. */
    private int depth;

    /**
     * A resolver.
     *
     * @param secretNames full names of enums and fixed that are secret
     * @param broken names whose definitions had mistakes, which are reported already
     */
    TypeResolver(
            NamedTypes named,
            Map<String, RawType.Alias> aliases,
            Set<String> secretNames,
            Set<String> broken,
            FixedTypes fixed) {
        this.named = named;
        this.broken = broken;
        this.aliases = aliases;
        this.secretNames = secretNames;
        this.fixed = fixed;
    }

    /**
     * The meaning of an expression; empty, with a problem reported, where it has none.
     *
     * @param namespace that of the file that says it: of a {@code uuid} or {@code fixed} without a name
     * @param nullLast whether null comes last in an optional type, which a default value other than null asks for
     *     (Avro specification, "Complex Types, Unions": a default is of the first branch)
     */
    Optional<Resolved> resolve(
            TypeExpression expression, String namespace, boolean nullLast, ProblemCollector problems) {
        // All those around may be the most there are: this one may be the innermost.
        if (depth > MAX_DEPTH) {
            return tooDeep(expression.span(), problems);
        }
        depth++;
        try {
            return meaning(expression, namespace, nullLast, problems);
        } finally {
            depth--;
        }
    }

    private static Optional<Resolved> tooDeep(Span span, ProblemCollector problems) {
        problems.report(
                Rule.TOO_DEEP,
                span,
                "the type is more than " + MAX_DEPTH + " deep, through the names that stand for others",
                "let names stand for the type itself, or put inner parts into a record");
        return Optional.empty();
    }

    private Optional<Resolved> meaning(
            TypeExpression expression, String namespace, boolean nullLast, ProblemCollector problems) {
        if (expression instanceof TypeExpression.Name name) {
            return name(name, namespace, nullLast, problems);
        }
        if (expression instanceof TypeExpression.Optional optional) {
            return optional(optional, namespace, nullLast, problems);
        }
        if (expression instanceof TypeExpression.ListOf list) {
            return resolve(list.element(), namespace, false, problems)
                    .map(of -> new Resolved(
                            new ArrayType(
                                    of.type(), Schema.createArray(of.type().schema())),
                            of.secret(),
                            of.depth() + 1));
        }
        if (expression instanceof TypeExpression.MapOf map) {
            return resolve(map.value(), namespace, false, problems)
                    .map(of -> new Resolved(
                            new MapType(of.type(), Schema.createMap(of.type().schema())), of.secret(), of.depth() + 1));
        }
        if (expression instanceof TypeExpression.Union union) {
            return union(union, namespace, problems);
        }
        if (expression instanceof TypeExpression.Decimal decimal) {
            return fixed.decimal(decimal, problems).map(type -> Resolved.leaf(type, false));
        }
        if (expression instanceof TypeExpression.Fixed size) {
            return fixed.inline(size, namespace, problems).map(type -> Resolved.leaf(type, false));
        }
        return Optional.empty();
    }

    private Optional<Resolved> name(
            TypeExpression.Name name, String namespace, boolean nullLast, ProblemCollector problems) {
        if (name.name().equals("uuid")) {
            return fixed.inlineUuid(name.span(), namespace, problems).map(type -> Resolved.leaf(type, false));
        }
        Optional<Type> builtIn = BuiltInTypes.named(name.name());
        if (builtIn.isPresent()) {
            return Optional.of(Resolved.leaf(builtIn.get(), false));
        }
        RawType.Alias alias = aliases.get(name.name());
        if (alias != null) {
            return alias(alias, name, nullLast, problems);
        }
        return namedType(name, problems)
                .map(type -> Resolved.leaf(
                        type instanceof FixedType fixedType ? LogicalSchemas.valueOf(fixedType) : type,
                        secretNames.contains(type.fullName())));
    }

    private Optional<Resolved> alias(
            RawType.Alias alias, TypeExpression.Name use, boolean nullLast, ProblemCollector problems) {
        String key = alias.name().value();
        if (open.contains(key)) {
            problems.report(
                    Rule.TYPE_CYCLE,
                    use.span(),
                    "the type '" + key + "' is made of itself",
                    "let it stand for a type that exists without it; a record may contain itself");
            return Optional.empty();
        }
        Optional<Type> own = fixed.own(key);
        if (own.isPresent()) {
            return own.map(type -> Resolved.leaf(type, alias.secret()));
        }
        // With null last the same alias is another type; no memo for that rare case.
        Optional<Resolved> known = nullLast ? null : resolvedAliases.get(key);
        if (known == null) {
            open.add(key);
            known = resolve(
                    alias.type(), alias.namespace(), nullLast, ProblemCollector.sharedBy(problems, "types." + key));
            open.remove(key);
            if (!nullLast) {
                resolvedAliases.put(key, known);
            }
        }
        // Or whether a name is refused would depend on whether those that it is made of stand before or behind it.
        if (known.isPresent() && depth + known.get().depth() > MAX_DEPTH) {
            return tooDeep(use.span(), problems);
        }
        return known.map(of -> new Resolved(of.type(), of.secret() || alias.secret(), of.depth() + 1));
    }

    /** Checks an alias whether or not anything uses it. */
    void resolveAlias(RawType.Alias alias, ProblemCollector problems) {
        alias(alias, new TypeExpression.Name(alias.name().value(), alias.name().span()), false, problems);
    }

    /** Whether it is a built-in type, an alias of one, or an expression: in any case not the name of a record. */
    boolean isUnnamed(String name) {
        return name.equals("uuid")
                || BuiltInTypes.named(name).isPresent()
                || aliases.containsKey(name)
                || !NAME.matcher(name).matches();
    }

    /** The named type of that full or short name; empty, with a problem reported, where there is none. */
    Optional<NamedType> namedType(TypeExpression.Name name, ProblemCollector problems) {
        Optional<NamedType> full = named.full(name.name());
        if (full.isPresent()) {
            return full;
        }
        if (broken.contains(name.name())) {
            return Optional.empty();
        }
        List<NamedType> candidates = named.byShortName(name.name());
        if (candidates.size() == 1) {
            return Optional.of(candidates.get(0));
        }
        if (candidates.size() > 1) {
            problems.report(
                    Rule.AMBIGUOUS_TYPE,
                    name.span(),
                    "there are several types '" + name.name() + "'",
                    "write one of "
                            + candidates.stream()
                                    .map(NamedType::fullName)
                                    .sorted()
                                    .toList());
            return Optional.empty();
        }
        problems.report(
                Rule.UNKNOWN_TYPE, name.span(), "unknown type '" + name.name() + "'", unknownAdvice(name.name()));
        return Optional.empty();
    }

    private Optional<String> unknownAdvice(String name) {
        if (name.equals("null")) {
            return Optional.of("write T? for a value that may be null");
        }
        Set<String> known = new TreeSet<>(BuiltInTypes.names());
        known.addAll(List.of("uuid", "decimal", "fixed", "map"));
        known.addAll(aliases.keySet());
        known.addAll(named.names());
        return Suggestion.didYouMean(name, known)
                .or(() -> Optional.of("define it under 'types' or 'records', or import it"));
    }

    private Optional<Resolved> optional(
            TypeExpression.Optional optional, String namespace, boolean nullLast, ProblemCollector problems) {
        Optional<Resolved> of = resolve(optional.of(), namespace, false, problems);
        if (of.isEmpty()) {
            return of;
        }
        Type type = of.get().type();
        if (type.isNullable()) {
            problems.report(
                    Rule.INVALID_UNION,
                    optional.span(),
                    "this type may be null without the '?' already",
                    "remove one '?'");
            return Optional.empty();
        }
        List<Type> branches = new ArrayList<>(type instanceof UnionType union ? union.branches() : List.of(type));
        branches.add(nullLast ? branches.size() : 0, PrimitiveType.NULL);
        return Optional.of(new Resolved(
                UnionBranches.union(branches), of.get().secret(), of.get().depth() + 1));
    }

    private Optional<Resolved> union(TypeExpression.Union union, String namespace, ProblemCollector problems) {
        UnionBranches branches = new UnionBranches();
        boolean secret = false;
        boolean broken = false;
        int deepest = 0;
        for (TypeExpression branch : union.branches()) {
            Optional<Resolved> of = resolve(branch, namespace, false, problems);
            if (of.isEmpty()) {
                broken = true;
            } else {
                secret |= of.get().secret();
                deepest = Math.max(deepest, of.get().depth());
                broken |= !branches.add(of.get().type(), branch.span(), problems);
            }
        }
        return broken ? Optional.empty() : Optional.of(new Resolved(branches.union(), secret, deepest + 1));
    }
}
