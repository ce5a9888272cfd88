package org.openbankmark.topology.model.graphql;

import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.PrimitiveType;

/** The scalars of GraphQL schemas: GraphQL's own, and those that it lacks. */
public enum Scalar {
    BOOLEAN("Boolean", ""),
    INT("Int", ""),
    FLOAT("Float", ""),
    STRING("String", ""),
    LONG("Long", "A whole number of 64 bits. A text in results, since JSON's numbers are exact to 2^53 only."),
    UUID("UUID", "A UUID such as 123e4567-e89b-12d3-a456-426614174000."),
    DECIMAL("Decimal", "A decimal number such as 12.50, as text; exact."),
    DATE("Date", "A date such as 2024-01-31."),
    LOCAL_TIME("LocalTime", "A time of day such as 12:30:00."),
    DATE_TIME("DateTime", "A moment such as 2024-01-31T12:30:00Z."),
    LOCAL_DATE_TIME("LocalDateTime", "A date and time without a zone, such as 2024-01-31T12:30:00."),
    BYTES("Bytes", "Bytes in Base64.");

    private final String graphQlName;
    private final String doc;

    Scalar(String graphQlName, String doc) {
        this.graphQlName = graphQlName;
        this.doc = doc;
    }

    /** Its name in GraphQL. */
    public String graphQlName() {
        return graphQlName;
    }

    /** What it is, for people; empty for GraphQL's own. */
    public String doc() {
        return doc;
    }

    /** Whether GraphQL has it already. */
    public boolean isBuiltIn() {
        return doc.isEmpty();
    }

    /** A field that is always null is shown as a Boolean, which it never is. */
    static Scalar of(PrimitiveType type) {
        return switch (type) {
            case NULL, BOOLEAN -> BOOLEAN;
            case INT -> INT;
            case LONG -> LONG;
            case FLOAT, DOUBLE -> FLOAT;
            case BYTES -> BYTES;
            case STRING -> STRING;
        };
    }

    static Scalar of(LogicalKind kind) {
        return switch (kind) {
            case UUID -> UUID;
            case DECIMAL -> DECIMAL;
            case DATE -> DATE;
            case TIME_MILLIS, TIME_MICROS -> LOCAL_TIME;
            case TIMESTAMP_MILLIS, TIMESTAMP_MICROS -> DATE_TIME;
            case LOCAL_TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MICROS -> LOCAL_DATE_TIME;
        };
    }
}
