package org.openbankmark.topology.sync.plan;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.sync.state.InternalNames;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.SubjectNames;

/** Subjects that may go: those that are named, and those of the topics that go. One that others refer to goes after them. */
public final class SubjectDeletions {
    private final Topology topology;
    private final RegistryState registry;
    private final PlanOptions options;
    private final Draft draft;

    SubjectDeletions(Topology topology, RegistryState registry, PlanOptions options, Draft draft) {
        this.topology = topology;
        this.registry = registry;
        this.options = options;
        this.draft = draft;
    }

    /** By name, which of these subjects may go and why; references and the guard of their topics aside. */
    public static SortedMap<String, String> candidates(
            SortedSet<String> others, SortedSet<String> topics, PlanOptions options) {
        SortedMap<String, String> candidates = new TreeMap<>();
        for (String subject : others) {
            if (InternalNames.isInternalSubject(subject) || InternalNames.isInAnotherContext(subject)) {
                continue;
            }
            Optional<String> owner = topics.stream()
                    .filter(topic -> SubjectNames.isOf(topic, subject))
                    .findFirst();
            if (owner.isPresent()) {
                candidates.put(subject, "its topic " + owner.get() + " goes");
            } else if (Deletions.permits(options, subject) && previouslyOwned(options, subject)) {
                candidates.put(subject, "no topic of the file uses it");
            }
        }
        return candidates;
    }

    private static boolean previouslyOwned(PlanOptions options, String subject) {
        return options.previous()
                .map(file -> file.topics().stream().anyMatch(topic -> SubjectNames.isOf(topic.name(), subject)))
                .orElse(true);
    }

    void plan(SortedSet<String> topics) {
        SortedMap<String, String> chosen = candidates(registry.otherSubjects(), topics, options);
        for (String subject : Set.copyOf(chosen.keySet())) {
            guard(subject).ifPresent(topic -> {
                Deletions.leaveGuarded(subject, topic.name(), draft);
                chosen.remove(subject);
            });
        }
        keepWhatIsReferredTo(chosen);
        Set<String> ordered = new LinkedHashSet<>();
        chosen.keySet().forEach(subject -> referrersFirst(subject, new TreeSet<>(), ordered));
        for (String subject : ordered) {
            draft.changes.add(
                    new Change.DeleteSubject(subject, referrers(subject), String.valueOf(chosen.get(subject))));
        }
    }

    private Optional<Topic> guard(String subject) {
        return Stream.concat(
                        topology.topics().stream(), options.previous().stream().flatMap(file -> file.topics().stream()))
                .filter(Topic::preventDelete)
                .filter(topic -> SubjectNames.isOf(topic.name(), subject))
                .findFirst();
    }

    /** What stays keeps what it refers to, and that in turn what it refers to. */
    private void keepWhatIsReferredTo(SortedMap<String, String> chosen) {
        boolean again = true;
        while (again) {
            again = false;
            for (String subject : Set.copyOf(chosen.keySet())) {
                SortedSet<String> staying = new TreeSet<>(referrers(subject));
                staying.removeAll(chosen.keySet());
                if (!staying.isEmpty()) {
                    chosen.remove(subject);
                    again = true;
                    draft.leftAlone.add(new LeftAlone(
                            "referred-to",
                            subject,
                            "schemas of " + String.join(", ", staying) + " refer to it, so it cannot be deleted",
                            "delete those too, or keep it"));
                }
            }
        }
    }

    private void referrersFirst(String subject, Set<String> path, Set<String> ordered) {
        if (path.add(subject)) {
            referrers(subject).forEach(referrer -> referrersFirst(referrer, path, ordered));
            ordered.add(subject);
        }
    }

    private SortedSet<String> referrers(String subject) {
        return registry.referrers().getOrDefault(subject, new TreeSet<>());
    }
}
