package org.openbankmark.topology.generator.pipeline;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.generator.output.Changes;

/**
 * How a generation ended.
 *
 * @param changes what was done to the disk; empty where nothing had to be looked at
 */
public record GenerationResult(Outcome outcome, Optional<Changes> changes) {

    /** The ways a generation ends well. */
    public enum Outcome {
        /** Inputs, configuration and files are as the last run left them. */
        UP_TO_DATE,
        /** An input changed in a way that changes no file, such as a comment. */
        SAME_OUTPUT,
        /** Files were written or removed. */
        GENERATED
    }

    static GenerationResult upToDate() {
        return new GenerationResult(Outcome.UP_TO_DATE, Optional.empty());
    }

    static GenerationResult of(Changes changes) {
        boolean same = changes.written().isEmpty() && changes.removed().isEmpty();
        return new GenerationResult(same ? Outcome.SAME_OUTPUT : Outcome.GENERATED, Optional.of(changes));
    }

    /** Files that are generated no more but were edited by hand, and were left. */
    public List<String> kept() {
        return changes.map(Changes::kept).orElse(List.of());
    }

    /** The result for people, in one sentence. */
    public String sentence() {
        return switch (outcome) {
            case UP_TO_DATE -> "Nothing changed since the last run";
            case SAME_OUTPUT -> "The inputs changed, but no generated file does";
            case GENERATED -> changes.map(GenerationResult::counts).orElse("");
        };
    }

    private static String counts(Changes changes) {
        return "Wrote " + files(changes.written().size()) + ", removed "
                + changes.removed().size() + ", left " + changes.unchanged() + " as they were";
    }

    private static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }
}
