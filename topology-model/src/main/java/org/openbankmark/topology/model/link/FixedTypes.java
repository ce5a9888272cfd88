package org.openbankmark.topology.model.link;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.raw.RawType;
import org.openbankmark.topology.model.raw.TypeExpression;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.Type;

/**
 * The fixed types of a topology. One that a name under {@code types} stands for takes that name; all others of a size
 * share one: {@code Fixed16}, and {@code Uuid} for UUIDs. They lie in the namespace of the file that says them, so that a
 * record has one schema in all topologies that import it.
 */
final class FixedTypes {
    private static final int UUID_SIZE = 16;
    private static final int MAX_SIZE = 1024 * 1024;
    /** Far beyond what databases hold; a slip of the hand. */
    private static final int MAX_PRECISION = 1000;

    private final NamedTypes named;
    private final Map<String, Type> own = new HashMap<>();
    private final Map<String, Optional<Type>> shared = new HashMap<>();
    private final Map<Integer, Type> decimals = new HashMap<>();

    FixedTypes(NamedTypes named) {
        this.named = named;
    }

    /** Takes in an alias; says whether it is one of a fixed and so a type of its own. */
    boolean define(RawType.Alias alias, ProblemCollector problems) {
        String path = "types." + alias.name().value();
        Span span = alias.name().span();
        if (alias.type() instanceof TypeExpression.Name name && name.name().equals("uuid")) {
            add(alias.name().value(), alias.namespace(), UUID_SIZE, true, alias.doc(), span, path, problems)
                    .ifPresent(type -> own.put(alias.name().value(), type));
            return true;
        }
        if (alias.type() instanceof TypeExpression.Fixed fixed) {
            if (inRange(fixed, problems)) {
                add(alias.name().value(), alias.namespace(), fixed.size(), false, alias.doc(), span, path, problems)
                        .ifPresent(type -> own.put(alias.name().value(), type));
            }
            return true;
        }
        return false;
    }

    /** The type that an alias of a fixed stands for. */
    Optional<Type> own(String alias) {
        return Optional.ofNullable(own.get(alias));
    }

    Optional<Type> inlineUuid(Span span, String namespace, ProblemCollector problems) {
        if (own.get("Uuid") instanceof LogicalType uuid
                && ((FixedType) uuid.base()).namespace().equals(namespace)) {
            return Optional.of(uuid);
        }
        return shared("Uuid", namespace, UUID_SIZE, true, span, "uuid", problems);
    }

    Optional<Type> inline(TypeExpression.Fixed fixed, String namespace, ProblemCollector problems) {
        if (!inRange(fixed, problems)) {
            return Optional.empty();
        }
        String name = "Fixed" + fixed.size();
        if (own.get(name) instanceof FixedType type
                && type.size() == fixed.size()
                && type.namespace().equals(namespace)) {
            return Optional.of(type);
        }
        return shared(name, namespace, fixed.size(), false, fixed.span(), "fixed(" + fixed.size() + ")", problems);
    }

    Optional<Type> decimal(TypeExpression.Decimal decimal, ProblemCollector problems) {
        if (decimal.precision() < 1 || decimal.precision() > MAX_PRECISION || decimal.scale() > decimal.precision()) {
            problems.report(
                    Rule.INVALID_DECIMAL,
                    decimal.span(),
                    "a decimal has 1 to " + MAX_PRECISION + " digits, and no more of them behind the point",
                    "write decimal(digits in all,digits behind the point), such as decimal(12,2)");
            return Optional.empty();
        }
        // Avro takes long to make one, and topologies have many of few kinds.
        int digits = decimal.precision() * (MAX_PRECISION + 1) + decimal.scale();
        Type known = decimals.get(digits);
        if (known == null) {
            Schema schema = LogicalTypes.decimal(decimal.precision(), decimal.scale())
                    .addToSchema(Schema.create(Schema.Type.BYTES));
            known = new LogicalType(LogicalKind.DECIMAL, PrimitiveType.BYTES, schema);
            decimals.put(digits, known);
        }
        return Optional.of(known);
    }

    private Optional<Type> shared(
            String name, String namespace, int size, boolean uuid, Span span, String path, ProblemCollector problems) {
        String fullName = namespace + "." + name;
        Optional<Type> known = shared.get(fullName);
        if (known == null) {
            known = add(name, namespace, size, uuid, Optional.empty(), span, path, problems);
            shared.put(fullName, known);
        }
        return known;
    }

    private Optional<Type> add(
            String name,
            String space,
            int size,
            boolean uuid,
            Optional<String> doc,
            Span span,
            String path,
            ProblemCollector problems) {
        Schema plain = Schema.createFixed(name, doc.orElse(null), space, size);
        FixedType base = new FixedType(name, space, size, doc, span.location(), path, plain);
        if (!uuid) {
            return named.add(base, span, problems) ? Optional.of(base) : Optional.empty();
        }
        Schema schema = LogicalTypes.uuid().addToSchema(Schema.createFixed(name, doc.orElse(null), space, size));
        FixedType listed = new FixedType(name, space, size, doc, span.location(), path, schema);
        return named.add(listed, span, problems)
                ? Optional.of(new LogicalType(LogicalKind.UUID, base, schema))
                : Optional.empty();
    }

    private static boolean inRange(TypeExpression.Fixed fixed, ProblemCollector problems) {
        if (fixed.size() >= 1 && fixed.size() <= MAX_SIZE) {
            return true;
        }
        problems.report(Rule.INVALID_FIXED, fixed.span(), "a fixed has 1 to " + MAX_SIZE + " bytes", "write fixed(16)");
        return false;
    }
}
