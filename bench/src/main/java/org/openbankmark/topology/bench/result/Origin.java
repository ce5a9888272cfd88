package org.openbankmark.topology.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How something was measured.
 *
 * @param command that measures again, with the settings of the environment before it
 * @param version of what was measured
 * @param variant what is not as standard; empty for the figures that are published
 */
public record Origin(String command, String version, List<String> variant) {
    /** How many rounds a benchmark has unless {@code BENCH_ROUNDS} says otherwise; fewer scatter too much to be published. */
    private static final int STANDARD_ROUNDS = 5;

    private static final String ROUNDS = "BENCH_ROUNDS";
    private static final String JVM_OPTIONS = "BENCH_JVM_OPTIONS";
    private static final List<String> SETTINGS = List.of(ROUNDS, JVM_OPTIONS, "BENCH_BUILD");
    /** Whose arguments choose files, each of which is whole. */
    private static final Set<String> OF_SEVERAL_FILES = Set.of("codec", "generate");

    private static final Pattern PLAIN = Pattern.compile("[\\w./:=,+@-]+");

    /** Copies the list. */
    public Origin {
        variant = List.copyOf(variant);
    }

    static Origin here(String benchmark) {
        return of(
                System.getProperty("bench.command", "bench/run " + benchmark),
                System.getProperty("bench.version", "unknown"),
                System.getenv());
    }

    /**
     * Of a command.
     *
     * @param command such as {@code bench/run load idle}
     */
    public static Origin of(String command, String version, Map<String, String> environment) {
        List<String> variant = new ArrayList<>();
        String[] words = command.split(" ", 3);
        if (words.length == 3 && !OF_SEVERAL_FILES.contains(words[1])) {
            variant.add("with arguments");
        }
        if (isSet(environment, JVM_OPTIONS)) {
            variant.add("with JVM options");
        }
        if (rounds(environment) < STANDARD_ROUNDS) {
            variant.add("fewer than " + STANDARD_ROUNDS + " rounds");
        }
        StringBuilder whole = new StringBuilder();
        for (String setting : SETTINGS) {
            if (isSet(environment, setting)) {
                whole.append(setting)
                        .append('=')
                        .append(quoted(environment.getOrDefault(setting, "")))
                        .append(' ');
            }
        }
        return new Origin(whole + command, version, variant);
    }

    /** How many rounds to measure. */
    public static int rounds() {
        return rounds(System.getenv());
    }

    private static int rounds(Map<String, String> environment) {
        return isSet(environment, ROUNDS) ? Integer.parseInt(environment.getOrDefault(ROUNDS, "")) : STANDARD_ROUNDS;
    }

    private static boolean isSet(Map<String, String> environment, String setting) {
        return !environment.getOrDefault(setting, "").isBlank();
    }

    /** As a shell takes it. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
