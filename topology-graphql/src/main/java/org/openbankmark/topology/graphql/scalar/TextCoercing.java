package org.openbankmark.topology.graphql.scalar;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.CoercingSerializeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** A scalar that is a text in results, and a text or a number in arguments. What a client sent stands in messages in part only. */
final class TextCoercing<T> implements Coercing<T, String> {
    private static final int LONGEST_SHOWN = 40;

    private final String scalar;
    private final TextForm<T> form;

    TextCoercing(String scalar, TextForm<T> form) {
        this.scalar = scalar;
        this.form = form;
    }

    @Override
    public String serialize(Object value, GraphQLContext context, Locale locale) {
        String text = form.print(value);
        if (text == null) {
            throw new CoercingSerializeException("a " + value.getClass().getName() + " is no " + scalar);
        }
        return text;
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
        return text(input).flatMap(this::parsed).orElseThrow(() -> new CoercingParseValueException(message(input)));
    }

    @Override
    public T parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        Object input = null;
        if (literal instanceof StringValue string) {
            input = string.getValue();
        } else if (literal instanceof IntValue number) {
            input = number.getValue();
        } else if (literal instanceof FloatValue number) {
            input = number.getValue();
        }
        if (input == null) {
            throw new CoercingParseLiteralException(scalar + " must be " + form.expected());
        }
        Object given = input;
        return text(given).flatMap(this::parsed).orElseThrow(() -> new CoercingParseLiteralException(message(given)));
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(serialize(input, context, locale));
    }

    private Optional<String> text(Object input) {
        if (input instanceof String text) {
            return Optional.of(text);
        }
        boolean number = input instanceof BigDecimal
                || input instanceof BigInteger
                || input instanceof Integer
                || input instanceof Long
                || input instanceof Double
                || input instanceof Float
                || input instanceof Short
                || input instanceof Byte;
        return number && form.takesNumbers() ? Optional.of(input.toString()) : Optional.empty();
    }

    private Optional<T> parsed(String text) {
        try {
            return Optional.of(form.parse(text));
        } catch (RuntimeException notOne) {
            return Optional.empty();
        }
    }

    private String message(Object input) {
        String shown = input instanceof String || input instanceof Number ? shown(input.toString()) : "this";
        return scalar + " must be " + form.expected() + "; " + shown + " is not";
    }

    private static String shown(String text) {
        StringBuilder out = new StringBuilder("'");
        text.codePoints()
                .limit(LONGEST_SHOWN)
                .forEach(c -> out.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c));
        return out.append(text.length() > LONGEST_SHOWN ? "…'" : "'").toString();
    }
}
