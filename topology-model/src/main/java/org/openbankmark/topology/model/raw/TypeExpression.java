package org.openbankmark.topology.model.raw;

import java.util.List;
import org.openbankmark.topology.model.source.Span;

/** A type as it is written, such as {@code map<Cents[]>?}. */
public sealed interface TypeExpression {

    /** Where it stands. */
    Span span();

    /** The name of a built-in type or of one under {@code types}, {@code records} or {@code schemas}. */
    record Name(String name, Span span) implements TypeExpression {}

    /** {@code T?}. */
    record Optional(TypeExpression of, Span span) implements TypeExpression {}

    /** {@code T[]}. */
    record ListOf(TypeExpression element, Span span) implements TypeExpression {}

    /** {@code map<T>}. */
    record MapOf(TypeExpression value, Span span) implements TypeExpression {}

    /** {@code A | B}. */
    record Union(List<TypeExpression> branches, Span span) implements TypeExpression {
        public Union {
            branches = List.copyOf(branches);
        }
    }

    /** {@code decimal(precision,scale)}. */
    record Decimal(int precision, int scale, Span span) implements TypeExpression {}

    /** {@code fixed(size)}. */
    record Fixed(int size, Span span) implements TypeExpression {}

    /** What could not be read; its problem is reported already. */
    record Broken(Span span) implements TypeExpression {}
}
