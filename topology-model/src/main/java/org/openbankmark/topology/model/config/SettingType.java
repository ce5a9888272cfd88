package org.openbankmark.topology.model.config;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What values a setting takes. Each says what it expects where a value is not among them. */
public sealed interface SettingType {

    /** What is expected, if the value is not it: "a whole number from 1". */
    Optional<String> refuse(String value);

    /** A whole number. */
    record Whole(long from, long to) implements SettingType {
        @Override
        public Optional<String> refuse(String value) {
            if (value.matches("-?[0-9]{1,19}")) {
                try {
                    long number = Long.parseLong(value);
                    if (number >= from && number <= to) {
                        return Optional.empty();
                    }
                } catch (NumberFormatException e) {
                    return Optional.of(expected());
                }
            }
            return Optional.of(expected());
        }

        private String expected() {
            return "a whole number from " + from + (to == Long.MAX_VALUE ? "" : " to " + to);
        }
    }

    /** A number from 0 to 1. */
    record Ratio() implements SettingType {
        @Override
        public Optional<String> refuse(String value) {
            // With an exponent brokers write small ones, so that export finds them.
            return value.matches("0|1|0?\\.[0-9]+|0\\.[0-9]*|1\\.0*|[0-9](\\.[0-9]*)?[eE]-0*[1-9][0-9]?")
                    ? Optional.empty()
                    : Optional.of("a number from 0 to 1, such as 0.5");
        }
    }

    /** True or false. */
    record Flag() implements SettingType {
        @Override
        public Optional<String> refuse(String value) {
            return value.equals("true") || value.equals("false") ? Optional.empty() : Optional.of("true or false");
        }
    }

    /** One of some words. */
    record OneOf(List<String> words) implements SettingType {
        public OneOf {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> refuse(String value) {
            return words.contains(value) ? Optional.empty() : Optional.of("one of " + String.join(", ", words));
        }
    }

    /** One or several of some words, joined by commas. */
    record SomeOf(List<String> words) implements SettingType {
        public SomeOf {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> refuse(String value) {
            List<String> given =
                    Arrays.stream(value.split(",", -1)).map(String::trim).toList();
            boolean fits = words.containsAll(given) && given.stream().distinct().count() == given.size();
            return fits ? Optional.empty() : Optional.of("one or several of " + String.join(", ", words));
        }
    }
}
