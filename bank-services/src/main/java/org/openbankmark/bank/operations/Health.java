package org.openbankmark.bank.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whether a service can do its work now. Safe for use by several threads. */
public final class Health {
    private final Map<String, HealthCheck> needed = new LinkedHashMap<>();
    private final Map<String, HealthCheck> useful = new LinkedHashMap<>();

    /** Adds something without which the service is not ready. */
    public synchronized void needs(String name, HealthCheck check) {
        needed.put(name, check);
    }

    /** Adds something that is worth telling of, but that the service can do without for a while. */
    public synchronized void watches(String name, HealthCheck check) {
        useful.put(name, check);
    }

    /** Drops all checks for this one, in one step: there is no moment at which nothing is wrong for want of checks. */
    synchronized void needsOnly(String name, HealthCheck check) {
        needed.clear();
        useful.clear();
        needed.put(name, check);
    }

    /** How things stand now. */
    public Report report() {
        return new Report(problems(needed), problems(useful));
    }

    private Map<String, String> problems(Map<String, HealthCheck> checks) {
        Map<String, HealthCheck> copy;
        synchronized (this) {
            copy = new LinkedHashMap<>(checks);
        }
        Map<String, String> problems = new LinkedHashMap<>();
        copy.forEach((name, check) -> problem(check).ifPresent(problem -> problems.put(name, problem)));
        return problems;
    }

    private static Optional<String> problem(HealthCheck check) {
        try {
            return check.problem();
        } catch (RuntimeException broken) {
            return Optional.of("cannot be checked: " + broken);
        }
    }

    /**
     * How things stand.
     *
     * @param problems why the service is not ready, by check; empty when it is
     * @param warnings what else is wrong, by check
     */
    public record Report(Map<String, String> problems, Map<String, String> warnings) {
        /** Whether it can do its work. */
        public boolean ready() {
            return problems.isEmpty();
        }
    }
}
