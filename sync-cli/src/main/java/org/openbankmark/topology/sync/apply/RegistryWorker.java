package org.openbankmark.topology.sync.apply;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.runtime.registry.RegistryException;
import org.openbankmark.topology.runtime.registry.RegistryUnavailableException;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.registry.Parallel;
import org.openbankmark.topology.sync.registry.SubjectsApi;

/** Sets levels, registers schemas, deletes subjects and versions, several at once. */
final class RegistryWorker implements Worker {
    private final SubjectsApi api;
    private final Parallel parallel;

    RegistryWorker(SubjectsApi api, Parallel parallel) {
        this.api = api;
        this.parallel = parallel;
    }

    @Override
    public Map<String, Attempt> attempt(List<Change> changes) {
        List<Attempt> attempts = parallel.map(changes, this::attempt);
        Map<String, Attempt> byId = new TreeMap<>();
        for (int i = 0; i < changes.size(); i++) {
            byId.put(changes.get(i).id(), attempts.get(i));
        }
        return byId;
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
            return new Attempt.Again(String.valueOf(unavailable.getMessage()), true);
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
