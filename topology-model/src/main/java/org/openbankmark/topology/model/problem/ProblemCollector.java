package org.openbankmark.topology.model.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.openbankmark.topology.model.Location;
import org.openbankmark.topology.model.source.Span;

/**
 * Takes in the mistakes of a topology, so that all are told at once.
 *
 * <p>A child made by {@link #at} knows its place in the structure and shares the list of its parent. Used by one thread.
 */
public final class ProblemCollector {
    private final Shared shared;
    private final String context;

    private ProblemCollector(Shared shared, String context) {
        this.shared = shared;
        this.context = context;
    }

    /** A collector without problems. */
    public static ProblemCollector create() {
        return new ProblemCollector(new Shared(), "");
    }

    /** A collector for a part of this one's place: {@code records}, then {@code Heartbeat}, then {@code beat}. */
    public ProblemCollector at(String part) {
        return new ProblemCollector(shared, context.isEmpty() ? part : context + "." + part);
    }

    /** A collector for another place, which shares the list of this one. */
    public static ProblemCollector sharedBy(ProblemCollector other, String path) {
        return new ProblemCollector(other.shared, path);
    }

    /** The place in the structure, such as {@code records.Heartbeat.beat}. */
    public String path() {
        return context;
    }

    /** A mistake whose remedy its message says already. */
    public void report(Rule rule, Span span, String message) {
        add(rule, span, message, Optional.empty());
    }

    /** A mistake with its remedy. */
    public void report(Rule rule, Span span, String message, String advice) {
        add(rule, span, message, Optional.of(advice));
    }

    /** A mistake whose remedy is not always known. */
    public void report(Rule rule, Span span, String message, Optional<String> advice) {
        add(rule, span, message, advice);
    }

    /** How many mistakes are known so far, here and in all that share the list. */
    public int count() {
        return shared.problems.size();
    }

    /**
     * Ends the run if there is any mistake.
     *
     * @throws InvalidTopologyException with all of them: by file in the order of reading, then by place
     */
    public void throwIfAny() throws InvalidTopologyException {
        if (!shared.problems.isEmpty()) {
            List<Problem> sorted = new ArrayList<>(shared.problems);
            sorted.sort(Comparator.comparing((Problem problem) -> shared.fileOrder(problem.location()))
                    .thenComparing(Problem::location));
            throw new InvalidTopologyException(sorted);
        }
    }

    /** Says in which order the mistakes of files are told: that of these calls. */
    public void reading(String file) {
        shared.files.putIfAbsent(file, shared.files.size());
    }

    private void add(Rule rule, Span span, String message, Optional<String> advice) {
        String whole = Printable.text(context.isEmpty() ? message : context + ": " + message);
        // What an anchor holds is seen at each of its aliases; its mistakes are told once.
        if (shared.seen.add(new Seen(rule, span.location(), message))) {
            shared.problems.add(new Problem(
                    rule.id(),
                    span.location(),
                    whole,
                    advice.map(Printable::text),
                    span.source().line(span.line()).map(Printable::line),
                    span.width()));
        }
    }

    private record Seen(Rule rule, Location location, String message) {}

    private static final class Shared {
        final List<Problem> problems = new ArrayList<>();
        final Set<Seen> seen = new HashSet<>();
        final Map<String, Integer> files = new HashMap<>();

        int fileOrder(Location location) {
            return files.getOrDefault(location.file(), Integer.MAX_VALUE);
        }
    }
}
