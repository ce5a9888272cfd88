package org.openbankmark.bank.graphql.access;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.limits.Limits;
import org.springframework.stereotype.Component;

/** Arguments, each held to its limits. All throw a {@link Refusal} that names the argument. Thread-safe. */
@Component
public final class Arguments {
    private final Limits limits;

    Arguments(Limits limits) {
        this.limits = limits;
    }

    /** An argument that must be given, as it is. */
    public <T> T given(DataFetchingEnvironment environment, String name, Class<T> type) {
        Object value = environment.getArgument(name);
        if (value == null) {
            throw Refusal.invalid(name, name + " must be given");
        }
        return type.cast(value);
    }

    /** A text that must be given. */
    public String text(DataFetchingEnvironment environment, String name) {
        return text(name, given(environment, name, String.class));
    }

    /** A text that may be left out. */
    public @Nullable String textOrNull(DataFetchingEnvironment environment, String name) {
        String text = environment.getArgument(name);
        return text == null ? null : text(name, text);
    }

    /** How many items: from 1 to the limit of all lists. */
    public int items(DataFetchingEnvironment environment, String name) {
        Integer items = environment.getArgument(name);
        if (items == null || items < 1 || items > limits.items()) {
            throw Refusal.invalid(name, name + " must be from 1 to " + limits.items());
        }
        return items;
    }

    /** A text that is not too long, and can be stored and sent as it is. */
    String text(String name, String text) {
        if (text.length() > limits.textCharacters()) {
            throw Refusal.invalid(name, name + " must have at most " + limits.textCharacters() + " characters");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean lonely = Character.isSurrogate(c)
                    && !(Character.isHighSurrogate(c)
                            ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                            : i > 0 && Character.isHighSurrogate(text.charAt(i - 1)));
            if (Character.isISOControl(c) || lonely) {
                throw Refusal.invalid(name, name + " cannot have control characters or halves of characters");
            }
        }
        return text;
    }
}
