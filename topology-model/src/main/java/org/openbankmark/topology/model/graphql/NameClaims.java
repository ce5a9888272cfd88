package org.openbankmark.topology.model.graphql;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Who has which name among the types of a schema. Not thread-safe. */
final class NameClaims {
    private static final Set<String> ROOTS = Set.of("Query", "Mutation", "Subscription");

    private final Complaints complaints;
    private final Map<String, String> owners = new HashMap<>();

    NameClaims(Complaints complaints) {
        this.complaints = complaints;
        ROOTS.forEach(root -> owners.put(root, "the root type '" + root + "'"));
        owners.put("ID", "GraphQL's scalar 'ID'");
        for (Scalar scalar : Scalar.values()) {
            owners.put(scalar.graphQlName(), "the scalar '" + scalar.graphQlName() + "'");
        }
    }

    /** Claims a name; what it is for tells two claims apart. */
    void claim(String name, String what) {
        checkReserved(name, what);
        String other = owners.putIfAbsent(name, what);
        if (other != null && !other.equals(what)) {
            complaints.report(
                    what + " and " + other + " would both be the GraphQL type '" + name + "'",
                    "rename the record or enum, or open only one of the two");
        }
    }

    /** Reports a name that GraphQL keeps for introspection (GraphQL specification, 2.1.9). */
    void checkReserved(String name, String what) {
        if (name.startsWith("__")) {
            complaints.report(
                    what + " cannot be called '" + name
                            + "' in GraphQL, which keeps names that begin with '__' for itself",
                    "rename it, or do not open it");
        }
    }
}
