package org.openbankmark.topology.bench.result;

import java.util.List;

/**
 * What the rounds of one thing gave.
 *
 * @param name for people, and the same in each run
 * @param unit such as "ms" or "transfers/s"
 * @param rounds in their order; at least one
 */
public record Measurement(String name, String unit, List<Double> rounds) {

    /** Copies the rounds. */
    public Measurement {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("'" + name + "' was not measured");
        }
    }

    public double min() {
        return sorted().get(0);
    }

    public double max() {
        return sorted().get(rounds.size() - 1);
    }

    /** The one in the middle; of an even number, the mean of the two in the middle. */
    public double median() {
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private List<Double> sorted() {
        return rounds.stream().sorted().toList();
    }
}
