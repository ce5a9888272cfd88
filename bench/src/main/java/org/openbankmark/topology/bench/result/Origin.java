package org.openbankmark.topology.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    /** With any of these, what is measured is not what users get, or not what the figure's name says. */
    private static final Map<String, String> UNUSUAL = new TreeMap<>(Map.of(
            "BENCH_JVM_OPTIONS", "with JVM options",
            "BENCH_BUILD", "of an earlier build",
            "BENCH_SECONDS", "of other seconds",
            "BENCH_LOOPS", "of other loops",
            "BANK_JAVA_OPTIONS", "with JVM options of the bank"));
    /** Options that JVMs and Maven take by themselves. They may have secrets in them: their names are told, and no more. */
    private static final List<String> OF_THE_ENVIRONMENT =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "MAVEN_OPTS", "MAVEN_ARGS");
    /** Whose arguments choose files, each of which is whole. */
    private static final Set<String> OF_SEVERAL_FILES = Set.of("codec", "generate");

    /** Arguments that are a benchmark of their own, with a file of its own. */
    private static final Set<String> ON_THEIR_OWN = Set.of("load closed", "load browser");

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
        if (words.length == 3
                && !OF_SEVERAL_FILES.contains(words[1])
                && !ON_THEIR_OWN.contains(words[1] + " " + words[2])) {
            variant.add("with arguments");
        }
        UNUSUAL.forEach((setting, reason) -> {
            if (isSet(environment, setting)) {
                variant.add(reason);
            }
        });
        for (String setting : OF_THE_ENVIRONMENT) {
            if (isSet(environment, setting)) {
                variant.add("with " + setting);
            }
        }
        if (rounds(environment, STANDARD_ROUNDS) < STANDARD_ROUNDS) {
            variant.add("fewer than " + STANDARD_ROUNDS + " rounds");
        }
        StringBuilder whole = new StringBuilder();
        List<String> settings = new ArrayList<>(List.of(ROUNDS));
        settings.addAll(UNUSUAL.keySet());
        for (String setting : settings) {
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
        return rounds(STANDARD_ROUNDS);
    }

    /**
     * How many rounds to measure.
     *
     * @param usual where the user says nothing
     */
    public static int rounds(int usual) {
        return rounds(System.getenv(), usual);
    }

    private static int rounds(Map<String, String> environment, int usual) {
        return isSet(environment, ROUNDS) ? Integer.parseInt(environment.getOrDefault(ROUNDS, "")) : usual;
    }

    private static boolean isSet(Map<String, String> environment, String setting) {
        return !environment.getOrDefault(setting, "").isBlank();
    }

    /** As a shell takes it. */
    private static String quoted(String value) {
        return PLAIN.matcher(value).matches() ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
