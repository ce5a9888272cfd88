package org.openbankmark.topology.bench.load;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can be measured of the load test; those that take long are measured only where they are named, and once. */
enum Part {
    IDLE(5),
    BUSY(5),
    HIGHEST(5),
    /** Open Bank Mark's own rule, to its success: 17 minutes. */
    CLOSED(1),
    /** Clicks in the browser at loads that are high for it: 9 minutes. */
    BROWSER(1);

    private static final List<Part> UNLESS_SAID = List.of(IDLE, BUSY, HIGHEST);

    private final int rounds;

    Part(int rounds) {
        this.rounds = rounds;
    }

    /** How often it is measured, unless that is said. */
    int rounds() {
        return rounds;
    }

    /** As it is named by the user. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The parts of these names, in the order of the names; those that are measured where none is named.
     *
     * @throws IllegalArgumentException with what can be named
     */
    static List<Part> of(List<String> names) {
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(EnumSet.allOf(Part.class).stream()
                    .filter(part -> part.text().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no part '" + name + "'. There are: "
                            + EnumSet.allOf(Part.class).stream().map(Part::text).collect(Collectors.joining(", ")))));
        }
        return parts.isEmpty() ? UNLESS_SAID : parts;
    }

    /** Names what is measured by these parts: those that are named on their own leave what the others left. */
    static String benchmark(List<Part> parts) {
        return "load"
                + parts.stream()
                        .filter(part -> !UNLESS_SAID.contains(part))
                        .map(part -> "-" + part.text())
                        .collect(Collectors.joining());
    }
}
