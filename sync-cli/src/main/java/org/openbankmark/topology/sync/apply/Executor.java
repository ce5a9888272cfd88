package org.openbankmark.topology.sync.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.apply.Outcome.Status;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.Dependencies;
import org.openbankmark.topology.sync.plan.Phase;

/**
 * Does a plan's changes phase by phase, and again those that may still succeed, until the time limit. What needs a change that
 * failed is skipped, everything else goes on. Used by one thread.
 */
final class Executor {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Map<Class<? extends Change>, Worker> workers;
    private final Deadline deadline;
    private final Progress progress;

    private final Map<String, Change> pending = new LinkedHashMap<>();
    private final Map<String, Outcome> ended = new TreeMap<>();
    private final Map<String, Attempt.Again> lastAttempts = new TreeMap<>();
    private Map<String, List<Change>> needs = Map.of();

    Executor(Map<Class<? extends Change>, Worker> workers, Deadline deadline, Progress progress) {
        this.workers = workers;
        this.deadline = deadline;
        this.progress = progress;
    }

    Result run(List<Change> changes) {
        changes.forEach(change -> pending.put(change.id(), change));
        needs = Dependencies.among(changes);
        Duration pause = FIRST_PAUSE;
        while (true) {
            int before = pending.size();
            round();
            if (pending.isEmpty() || deadline.passed()) {
                break;
            }
            pause = pending.size() < before ? FIRST_PAUSE : doubled(pause);
            if (!sleep(pause)) {
                break;
            }
        }
        pending.values().forEach(change -> ended.put(change.id(), givenUp(change)));
        return new Result(changes.stream()
                .map(change -> java.util.Objects.requireNonNull(ended.get(change.id())))
                .toList());
    }

    private void round() {
        for (Phase phase : Phase.values()) {
            skipWhatCannotBe();
            Map<Class<? extends Change>, List<Change>> ready = new LinkedHashMap<>();
            for (Change change : pending.values()) {
                if (change.phase() == phase && isReady(change)) {
                    ready.computeIfAbsent(change.getClass(), kind -> new ArrayList<>())
                            .add(change);
                }
            }
            ready.forEach(this::attempt);
        }
    }

    private void attempt(Class<? extends Change> kind, List<Change> changes) {
        Worker worker = workers.get(kind);
        if (worker == null) {
            throw new IllegalStateException("nobody does " + kind.getSimpleName());
        }
        progress.at(changes.get(0).kind() + ": " + changes.size());
        Map<String, Attempt> attempts = worker.attempt(changes);
        for (Change change : changes) {
            Attempt attempt = attempts.get(change.id());
            if (attempt instanceof Attempt.Done done) {
                // A change that was sent before, without an answer, was this command's own.
                Attempt.Again last = lastAttempts.get(change.id());
                boolean own = last != null && last.mayHaveHappened();
                end(change, done.already() && !own ? Status.ALREADY : Status.DONE, "");
            } else if (attempt instanceof Attempt.Failed failed) {
                end(change, Status.FAILED, failed.why());
            } else if (attempt instanceof Attempt.Again again) {
                // What may have happened once still may, though a later turn did not come to it.
                lastAttempts.merge(
                        change.id(),
                        again,
                        (last, now) -> last.mayHaveHappened() && !now.mayHaveHappened() ? last : now);
            } else {
                throw new IllegalStateException("no attempt at " + change.id());
            }
        }
    }

    private void end(Change change, Status status, String message) {
        pending.remove(change.id());
        ended.put(change.id(), new Outcome(change, status, message));
    }

    private boolean isReady(Change change) {
        return needsOf(change).stream().noneMatch(need -> pending.containsKey(need.id()));
    }

    private void skipWhatCannotBe() {
        for (Change change : List.copyOf(pending.values())) {
            for (Change need : needsOf(change)) {
                Outcome outcome = ended.get(need.id());
                if (outcome != null && !outcome.status().good()) {
                    end(change, Status.SKIPPED, "needs " + need.id() + ", which is not done");
                    break;
                }
            }
        }
    }

    private List<Change> needsOf(Change change) {
        return needs.getOrDefault(change.id(), List.of());
    }

    private Outcome givenUp(Change change) {
        Attempt.Again last = lastAttempts.get(change.id());
        if (last == null) {
            return new Outcome(change, Status.NOT_DONE, "the time limit came before its turn");
        }
        return last.mayHaveHappened()
                ? new Outcome(change, Status.UNKNOWN, last.why())
                : new Outcome(change, Status.NOT_DONE, last.why());
    }

    private static Duration doubled(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    private boolean sleep(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(deadline.millis(pause));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
