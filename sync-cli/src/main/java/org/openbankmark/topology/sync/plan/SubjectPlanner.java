package org.openbankmark.topology.sync.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.diff.CompatibilityRule;
import org.openbankmark.topology.model.diff.Incompatibility;
import org.openbankmark.topology.model.diff.SchemaEvolution;
import org.openbankmark.topology.model.diff.SchemaVersion;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.sync.state.Registered;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.SubjectState;

/** The subjects of one topic. */
final class SubjectPlanner {
    private final RegistryState registry;
    private final PlanOptions options;
    private final Draft draft;

    SubjectPlanner(RegistryState registry, PlanOptions options, Draft draft) {
        this.registry = registry;
        this.options = options;
        this.draft = draft;
    }

    void plan(Topic topic) {
        for (RecordType type : topic.types()) {
            String subject = topic.subject(type);
            SubjectState state = registry.subjects().get(subject);
            if (state == null) {
                create(topic, type, subject);
            } else {
                level(topic, state);
                evolve(topic, type, state);
            }
        }
    }

    private void create(Topic topic, RecordType type, String subject) {
        Optional<Compatibility> preset =
                Optional.ofNullable(registry.presetLevels().get(subject));
        if (!preset.equals(Optional.of(topic.compatibility()))) {
            draft.changes.add(new Change.SetLevel(
                    subject,
                    preset,
                    topic.compatibility(),
                    true,
                    "a new subject gets its level before its first schema"));
        }
        draft.changes.add(new Change.RegisterSchema(
                subject,
                type.fullName(),
                type.schema().toString(),
                Optional.empty(),
                "topic " + topic.name() + " carries " + type.name()));
    }

    private void level(Topic topic, SubjectState state) {
        Compatibility wanted = topic.compatibility();
        if (state.level() == wanted) {
            return;
        }
        CompatibilityRule from = CompatibilityRule.of(state.level());
        CompatibilityRule to = CompatibilityRule.of(wanted);
        // A tighter level comes after the schema, so that a failure in between leaves the subject as usable as it was.
        boolean tightens = from.allowsAllOf(to);
        draft.changes.add(new Change.SetLevel(
                state.name(),
                Optional.of(state.level()),
                wanted,
                !tightens,
                "the file sets " + wanted + " at " + topic.path()));
    }

    private void evolve(Topic topic, RecordType type, SubjectState state) {
        String wanted = type.schema().toString();
        Optional<Registered> same = newest(state, wanted);
        if (same.isEmpty()) {
            register(topic, type, state, wanted);
        } else if (same.get().version() != state.latest().version()) {
            newerVersions(topic, state, same.get().version());
        }
    }

    private static Optional<Registered> newest(SubjectState state, String wanted) {
        for (int i = state.versions().size() - 1; i >= 0; i--) {
            Registered version = state.versions().get(i);
            if (version.is(wanted) || state.same().equals(Optional.of(version.version()))) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    private void register(Topic topic, RecordType type, SubjectState state, String wanted) {
        List<SchemaVersion> earlier = new ArrayList<>();
        for (Registered version : state.versions()) {
            if (version.schema().isEmpty()) {
                draft.refuse(
                        "subject-not-avro",
                        state.name(),
                        "version " + version.version() + " of subject " + state.name()
                                + " is no Avro schema that can be read, so nothing can be compared with it",
                        "give the topic another name, or delete that version by the registry's own means",
                        topic.location());
                return;
            }
            earlier.add(new SchemaVersion(version.version(), version.schema().get()));
        }
        List<Incompatibility> wrong = SchemaEvolution.check(topic.compatibility(), type.schema(), earlier);
        if (!wrong.isEmpty()) {
            refuse(topic, type, state, wrong);
            return;
        }
        Schema latest = earlier.get(earlier.size() - 1).schema();
        draft.changes.add(new Change.RegisterSchema(
                state.name(),
                type.fullName(),
                wanted,
                Optional.of(state.latest().version()),
                SchemaText.difference(latest, type.schema())));
    }

    private void refuse(Topic topic, RecordType type, SubjectState state, List<Incompatibility> wrong) {
        for (Incompatibility each : wrong) {
            draft.refuse(
                    "schema-incompatible",
                    state.name(),
                    type.name() + " breaks level " + topic.compatibility() + ": " + each.text(),
                    each.advice(),
                    type.location());
        }
    }

    private void newerVersions(Topic topic, SubjectState state, int wanted) {
        List<Integer> newer = state.versions().stream()
                .map(Registered::version)
                .filter(version -> version > wanted)
                .toList();
        String message = "the file's schema is version " + wanted + "; newer " + (newer.size() == 1 ? "is " : "are ")
                + newer + ", registered by someone else or from another state of the file";
        Optional<String> obstacle = Deletions.permits(options, state.name())
                ? Deletions.obstacle(options, topic)
                : Optional.of("delete the newer versions with --allow-delete=" + state.name());
        if (obstacle.isEmpty()) {
            draft.changes.add(new Change.DeleteVersions(state.name(), newer, message));
        } else {
            draft.leftAlone.add(new LeftAlone(
                    "newer-version",
                    state.name(),
                    message,
                    "take the newer schema into the file, or " + obstacle.get()));
        }
    }
}
