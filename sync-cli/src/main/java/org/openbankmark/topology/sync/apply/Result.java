package org.openbankmark.topology.sync.apply;

import java.util.List;

/**
 * An exact account.
 *
 * @param outcomes one for each change of the plan, in its order
 */
public record Result(List<Outcome> outcomes) {

    public Result {
        outcomes = List.copyOf(outcomes);
    }

    /** Whether all is done. */
    public boolean complete() {
        return outcomes.stream().allMatch(outcome -> outcome.status().good());
    }

    /** How many ended so. */
    public long count(Outcome.Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }
}
