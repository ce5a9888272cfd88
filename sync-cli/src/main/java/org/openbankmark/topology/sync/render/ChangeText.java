package org.openbankmark.topology.sync.render;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.ConfigEdit;
import org.openbankmark.topology.sync.state.TopicContents;

/** What a change does, in words, without the name of its resource. */
final class ChangeText {

    private ChangeText() {}

    /** One line, and for settings and permissions that are several one line each. */
    static List<String> lines(Change change) {
        if (change instanceof Change.SetLevel level) {
            return List.of(
                    "compatibility " + level.from().map(from -> from + " → ").orElse("") + level.to());
        } else if (change instanceof Change.RegisterSchema schema) {
            return List.of(schema.after()
                    .map(after -> "schema of " + schema.record() + ", version after " + after + ": " + schema.reason())
                    .orElse("schema of " + schema.record()));
        } else if (change instanceof Change.CreateTopic topic) {
            return List.of(count(topic.partitions(), "partition") + ", " + count(topic.replicas(), "replica")
                    + (topic.config().isEmpty() ? "" : ", " + settings(topic.config())));
        } else if (change instanceof Change.AlterConfig alter) {
            return alter.edits().stream().map(ChangeText::edit).toList();
        } else if (change instanceof Change.AddPartitions add) {
            return List.of("partitions " + add.from() + " → " + add.to());
        } else if (change instanceof Change.MoveReplicas move) {
            // Of a move that is under way already, what it is to come to is there.
            String what = move.from() == move.to()
                    ? count(move.to(), "replica")
                    : "replicas " + move.from() + " → " + move.to();
            return List.of(
                    what + ", by reassignment of " + count(move.partitions().size(), "partition"));
        } else if (change instanceof Change.AddAcl add) {
            return List.of(add.acl().permission());
        } else if (change instanceof Change.RemoveAcl remove) {
            return List.of(remove.acl().permission());
        } else if (change instanceof Change.DeleteTopic delete) {
            return List.of("deleted with " + contents(delete.contents()));
        } else if (change instanceof Change.DeleteVersions delete) {
            return List.of("deleted: versions " + delete.versions() + "; " + delete.reason());
        } else if (change instanceof Change.DeleteSubject delete) {
            return List.of("deleted: " + delete.reason());
        }
        throw new IllegalStateException("no words for " + change.kind());
    }

    private static String edit(ConfigEdit edit) {
        return "config " + edit.name() + " " + edit.from().orElse("(not set)") + " → "
                + edit.to().orElse("(not set)");
    }

    private static String settings(Map<String, String> config) {
        return config.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String contents(TopicContents contents) {
        String groups = contents.groups().isEmpty()
                ? "read by no group"
                : "read by "
                        + contents.groups().stream()
                                .map(use -> use.group() + " (lag " + number(use.lag()) + ")")
                                .collect(Collectors.joining(", "));
        return number(contents.records())
                + (contents.records() == 1 ? " record, " : " records, ")
                + groups
                + uncounted(contents.uncounted());
    }

    private static String uncounted(SortedSet<Integer> partitions) {
        if (partitions.isEmpty()) {
            return "";
        }
        String numbers = partitions.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return partitions.size() == 1
                ? "; not known of partition " + numbers + ", which has no leader that answers"
                : "; not known of partitions " + numbers + ", which have no leaders that answer";
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
