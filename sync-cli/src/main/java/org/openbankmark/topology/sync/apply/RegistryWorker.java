package org.openbankmark.topology.sync.apply;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.runtime.registry.RegistryException;
import org.openbankmark.topology.runtime.registry.RegistryUnavailableException;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.registry.Parallel;
import org.openbankmark.topology.sync.registry.SubjectsApi;

/**
 * Sets levels, registers schemas, deletes subjects and versions, several at once. However many there are and however slow the
 * registry is, other servers' changes get their turn: what is left waits for the next one.
 */
final class RegistryWorker implements Worker {
    private final SubjectsApi api;
    private final Parallel parallel;
    private final Deadline deadline;
    /** Those that got no answer, and so come after all others the next time. */
    private final Set<String> unanswered = ConcurrentHashMap.newKeySet();

    RegistryWorker(SubjectsApi api, Parallel parallel, Deadline deadline) {
        this.api = api;
        this.parallel = parallel;
        this.deadline = deadline;
    }

    @Override
    public Map<String, Attempt> attempt(List<Change> changes) {
        Turn turn = new Turn();
        List<Change> ordered = changes.stream()
                .sorted(Comparator.comparing((Change change) -> unanswered.contains(change.id())))
                .toList();
        List<Attempt> attempts = parallel.map(ordered, turn::attempt, deadline, turn::late);
        Map<String, Attempt> byId = new TreeMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            byId.put(ordered.get(i).id(), attempts.get(i));
        }
        return byId;
    }

    /** Changes of one kind, once each. */
    private final class Turn {
        private final Deadline end = Deadline.in(deadline.left().dividedBy(4));
        private final Set<String> asked = ConcurrentHashMap.newKeySet();
        private volatile boolean hangs;

        Attempt attempt(Change change) {
            if (hangs || end.passed() || deadline.passed()) {
                return late(change);
            }
            asked.add(change.id());
            try {
                return RegistryWorker.this.attempt(change);
            } catch (RegistryUnavailableException unavailable) {
                if (unavailable.getCause() instanceof TimeoutException) {
                    hangs = true;
                    unanswered.add(change.id());
                }
                return new Attempt.Again(String.valueOf(unavailable.getMessage()), true);
            }
        }

        Attempt late(Change change) {
            return asked.contains(change.id())
                    ? new Attempt.Again("the time limit came before the schema registry's answer", true)
                    : new Attempt.Again("the schema registry was too slow with others for it to get a turn", false);
        }
    }

    private Attempt attempt(Change change) {
        try {
            if (change instanceof Change.SetLevel level) {
                return setLevel(level);
            } else if (change instanceof Change.RegisterSchema schema) {
                return register(schema);
            } else if (change instanceof Change.DeleteSubject delete) {
                return new Attempt.Done(!api.deleteSubject(delete.subject()));
            } else if (change instanceof Change.DeleteVersions delete) {
                return deleteVersions(delete);
            }
            throw new IllegalStateException("not the registry's: " + change.id());
        } catch (RegistryUnavailableException unavailable) {
            throw unavailable;
        } catch (RegistryException refused) {
            return new Attempt.Failed(String.valueOf(refused.getMessage()));
        }
    }

    private Attempt setLevel(Change.SetLevel change) {
        try {
            api.setLevel(change.subject(), change.to());
        } catch (RegistryUnavailableException unavailable) {
            throw unavailable;
        } catch (RegistryException refused) {
            // Two who set the same level at once: Apicurio refuses the second, "already exists", and it is so all the
            // same.
            if (api.level(change.subject()) == change.to()) {
                return new Attempt.Done(true);
            }
            throw refused;
        }
        // Apicurio 3 keeps no NONE for a subject: its global level goes on to hold.
        Compatibility now = api.level(change.subject());
        return now == change.to()
                ? new Attempt.Done(false)
                : new Attempt.Failed("the registry took level " + change.to() + " and still answers " + now
                        + ": its global level holds; set that to " + change.to());
    }

    private Attempt register(Change.RegisterSchema change) {
        try {
            api.register(change.subject(), change.schema());
            return new Attempt.Done(false);
        } catch (RegistryUnavailableException unavailable) {
            throw unavailable;
        } catch (RegistryException refused) {
            // Two who register the same at once: a registry may refuse the second, which is there all the same.
            if (api.find(change.subject(), change.schema()).isPresent()) {
                return new Attempt.Done(true);
            }
            throw refused;
        }
    }

    private Attempt deleteVersions(Change.DeleteVersions change) {
        boolean any = false;
        for (int version : change.versions()) {
            any |= api.deleteVersion(change.subject(), version);
        }
        return new Attempt.Done(!any);
    }
}
