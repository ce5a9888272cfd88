package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/** The parts of a union, each told from the others by its bytes and by its class in Java. */
final class UnionBranches {
    private final List<Type> branches = new ArrayList<>();
    private final Set<String> onTheWire = new HashSet<>();
    private final Set<String> inJava = new HashSet<>();

    /** Takes a part in; false, with a problem reported, where it does not go with those before it. */
    boolean add(Type type, Span span, ProblemCollector problems) {
        branches.add(type);
        if (type instanceof UnionType) {
            return refuse(
                    span,
                    "a union stands in a union",
                    "write its parts side by side, and '?' around all: (A | B)?",
                    problems);
        }
        String name = type.schema().getFullName();
        if (!onTheWire.add(name)) {
            return refuse(
                    span,
                    "two parts of this union are '" + name + "' on the wire",
                    "wrap one of them in a record, so that a reader can tell them apart",
                    problems);
        }
        Optional<String> values = values(type);
        if (values.isPresent() && !inJava.add(values.get())) {
            return refuse(
                    span,
                    "two parts of this union are " + values.get() + ", and a value does not tell which of them it is",
                    values.get().equals("times of day")
                            ? "keep time-micros, which has room for both"
                            : "keep one of them, or wrap one in a record",
                    problems);
        }
        return true;
    }

    UnionType union() {
        return union(branches);
    }

    /** A union of parts that go together. */
    static UnionType union(List<Type> branches) {
        List<Schema> schemas = new ArrayList<>(branches.size());
        for (Type branch : branches) {
            schemas.add(branch.schema());
        }
        return new UnionType(branches, Schema.createUnion(schemas));
    }

    /** What values are called whose class in Java several types have; empty where these types are one on the wire as well. */
    private static Optional<String> values(Type type) {
        if (!(type instanceof LogicalType logical)) {
            return Optional.empty();
        }
        return switch (logical.kind()) {
            case UUID -> Optional.of("UUIDs");
            case DECIMAL -> Optional.of("decimals");
            case TIME_MILLIS, TIME_MICROS -> Optional.of("times of day");
            case DATE, TIMESTAMP_MILLIS, TIMESTAMP_MICROS, LOCAL_TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MICROS ->
                Optional.empty();
        };
    }

    private static boolean refuse(Span span, String message, String advice, ProblemCollector problems) {
        problems.report(Rule.INVALID_UNION, span, message, advice);
        return false;
    }
}
