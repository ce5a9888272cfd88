package org.openbankmark.topology.model.diff;

import org.openbankmark.topology.model.Compatibility;

/**
 * What a registry's level demands; see "Compatibility types" in the documentation of Confluent's Schema Registry.
 *
 * @param backward whether the new schema must read records of earlier ones
 * @param forward whether earlier schemas must read records of the new one
 * @param transitive whether of all earlier ones, not of the latest alone
 */
public record CompatibilityRule(boolean backward, boolean forward, boolean transitive) {

    /** What a level demands. */
    public static CompatibilityRule of(Compatibility level) {
        return switch (level) {
            case NONE -> new CompatibilityRule(false, false, false);
            case BACKWARD -> new CompatibilityRule(true, false, false);
            case BACKWARD_TRANSITIVE -> new CompatibilityRule(true, false, true);
            case FORWARD -> new CompatibilityRule(false, true, false);
            case FORWARD_TRANSITIVE -> new CompatibilityRule(false, true, true);
            case FULL -> new CompatibilityRule(true, true, false);
            case FULL_TRANSITIVE -> new CompatibilityRule(true, true, true);
        };
    }

    /** Whether all that {@code other} allows is allowed here. */
    public boolean allowsAllOf(CompatibilityRule other) {
        return (!backward || other.backward) && (!forward || other.forward) && (!transitive || other.transitive);
    }
}
