package org.openbankmark.topology.graphql.scalar;

import org.jspecify.annotations.Nullable;

/**
 * How values of a scalar stand as text.
 *
 * @param <T> the value in Java
 */
interface TextForm<T> {

    /** What a text must look like, for messages: {@code a UUID such as 123e4567-e89b-12d3-a456-426614174000}. */
    String expected();

    /**
     * The value of a text.
     *
     * @throws RuntimeException if it is none
     */
    T parse(String text);

    /** The text of a value; null if the object is no value of this scalar. */
    @Nullable
    String print(Object value);

    /** Whether numbers are taken for the text of their digits. */
    default boolean takesNumbers() {
        return false;
    }
}
