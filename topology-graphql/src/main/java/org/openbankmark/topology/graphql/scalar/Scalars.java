package org.openbankmark.topology.graphql.scalar;

import graphql.schema.GraphQLScalarType;

/**
 * The scalars of generated schemas. In results each is a text: JSON's numbers are read by most clients as doubles, which hold
 * no whole number above 2^53 and no decimal exactly.
 */
public final class Scalars {
    /** {@code long}. */
    public static final GraphQLScalarType LONG = scalar("Long", TextForms.longs());

    /** {@code uuid}. */
    public static final GraphQLScalarType UUID = scalar("UUID", TextForms.uuids());

    /** {@code decimal(p,s)}. */
    public static final GraphQLScalarType DECIMAL = scalar("Decimal", TextForms.decimals());

    /** {@code date}. */
    public static final GraphQLScalarType DATE = scalar("Date", TextForms.dates());

    /** {@code time-millis}, {@code time-micros}. */
    public static final GraphQLScalarType LOCAL_TIME = scalar("LocalTime", TextForms.localTimes());

    /** {@code timestamp-millis}, {@code timestamp-micros}. */
    public static final GraphQLScalarType DATE_TIME = scalar("DateTime", TextForms.dateTimes());

    /** {@code local-timestamp-millis}, {@code local-timestamp-micros}. */
    public static final GraphQLScalarType LOCAL_DATE_TIME = scalar("LocalDateTime", TextForms.localDateTimes());

    /** {@code bytes}, {@code fixed(n)}. */
    public static final GraphQLScalarType BYTES = scalar("Bytes", TextForms.bytes());

    private Scalars() {}

    private static GraphQLScalarType scalar(String name, TextForm<?> form) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextCoercing<>(name, form))
                .build();
    }
}
