package org.openbankmark.topology.sync.plan;

import java.util.List;

/** Which changes must be done before another one can be. */
public final class Dependencies {

    private Dependencies() {}

    /** Those of {@code all} that {@code change} needs. */
    public static List<Change> of(Change change, List<Change> all) {
        return all.stream().filter(other -> needs(change, other)).toList();
    }

    private static boolean needs(Change change, Change other) {
        if (change instanceof Change.RegisterSchema schema) {
            return other instanceof Change.SetLevel level && level.before() && level.subject().equals(schema.subject());
        }
        if (change instanceof Change.SetLevel level && !level.before()) {
            return other instanceof Change.RegisterSchema schema && schema.subject().equals(level.subject());
        }
        if (change instanceof Change.MoveReplicas move) {
            return other instanceof Change.AddPartitions add && add.topic().equals(move.topic());
        }
        if (change instanceof Change.AlterConfig alter && alter.afterReplicas()) {
            return other instanceof Change.MoveReplicas move && move.topic().equals(alter.topic());
        }
        if (change instanceof Change.DeleteSubject delete) {
            return other instanceof Change.DeleteTopic topic && delete.subject().startsWith(topic.topic() + "-");
        }
        return false;
    }
}
