package org.openbankmark.bank.operations;

import java.util.Map;
import java.util.Optional;

/**
 * Settings from environment variables, each read with its limits. An empty variable counts as none.
 *
 * @param variables by name
 */
public record Environment(Map<String, String> variables) {

    /** Copies the map. */
    public Environment {
        variables = Map.copyOf(variables);
    }

    /** A variable's text, where it is set. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A variable's text, or another where it is not set. */
    public String text(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    /**
     * A whole number from {@code least} to {@code most}.
     *
     * @throws SettingException if it is none
     */
    public long number(String name, long otherwise, long least, long most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text.get());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, as a number out of its limits is.
        }
        throw new SettingException(
                name + " must be a whole number from " + least + " to " + most + ", not '" + text.get() + "'");
    }

    /** A TCP port; 0 stands for any free one. */
    public int port(String name, int otherwise) {
        return (int) number(name, otherwise, 0, 65_535);
    }
}
