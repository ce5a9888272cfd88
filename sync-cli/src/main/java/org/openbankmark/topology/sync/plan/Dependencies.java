package org.openbankmark.topology.sync.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openbankmark.topology.sync.state.SubjectNames;

/** Which changes must be done before another one can be. */
public final class Dependencies {

    private Dependencies() {}

    /** By a change's id: the others of the same plan that it needs; changes that need none are left out. */
    public static Map<String, List<Change>> among(List<Change> changes) {
        Map<String, List<Change>> byName = new HashMap<>();
        changes.forEach(change -> byName.computeIfAbsent(change.resource(), name -> new ArrayList<>())
                .add(change));
        List<Change> deletions = changes.stream()
                .filter(change -> change instanceof Change.DeleteTopic || change instanceof Change.DeleteSubject)
                .toList();
        Map<String, List<Change>> needs = new HashMap<>();
        for (Change change : changes) {
            // A subject goes after its topic and after what refers to it; all else needs only what has its own name.
            List<Change> near = change instanceof Change.DeleteSubject
                    ? deletions
                    : byName.getOrDefault(change.resource(), List.of());
            List<Change> needed =
                    near.stream().filter(other -> needs(change, other)).toList();
            if (!needed.isEmpty()) {
                needs.put(change.id(), needed);
            }
        }
        return needs;
    }

    private static boolean needs(Change change, Change other) {
        if (change instanceof Change.RegisterSchema schema) {
            return other instanceof Change.SetLevel level
                    && level.before()
                    && level.subject().equals(schema.subject());
        }
        if (change instanceof Change.SetLevel level && !level.before()) {
            return other instanceof Change.RegisterSchema schema
                    && schema.subject().equals(level.subject());
        }
        if (change instanceof Change.MoveReplicas move) {
            return other instanceof Change.AddPartitions add && add.topic().equals(move.topic());
        }
        if (change instanceof Change.AlterConfig alter && alter.afterReplicas()) {
            return other instanceof Change.MoveReplicas move && move.topic().equals(alter.topic());
        }
        if (change instanceof Change.RemoveAcl remove) {
            // What is taken may be what the service works with until it has the new ones.
            return other instanceof Change.AddAcl add
                    && add.acl().principal().equals(remove.acl().principal());
        }
        if (change instanceof Change.DeleteSubject delete) {
            return other instanceof Change.DeleteTopic topic
                    ? SubjectNames.isOf(topic.topic(), delete.subject())
                    : delete.referrers().contains(other.resource());
        }
        return false;
    }
}
