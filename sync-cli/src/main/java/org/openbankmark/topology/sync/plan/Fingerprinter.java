package org.openbankmark.topology.sync.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.GroupUse;
import org.openbankmark.topology.sync.state.Registered;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.TopicContents;

/** Digests of what a plan is made from. What does not bear on a plan, such as a consumer's lag, does not count. */
final class Fingerprinter {

    private Fingerprinter() {}

    static Fingerprints of(
            Topology topology,
            ClusterState cluster,
            RegistryState registry,
            PlanOptions options,
            List<Change> changes) {
        boolean deletes = !options.allowDelete().isEmpty();
        return new Fingerprints(
                sha256(topology(topology) + options(options)),
                sha256(cluster(cluster, deletes)),
                sha256(registry(registry, deletes)),
                sha256(changes.stream()
                        .map(Fingerprinter::withoutContents)
                        .toList()
                        .toString()));
    }

    /** What is lost is told apart by the cluster's fingerprint, which knows that a group may read on. */
    private static Change withoutContents(Change change) {
        return change instanceof Change.DeleteTopic delete
                ? new Change.DeleteTopic(delete.topic(), TopicContents.NOTHING, delete.reason())
                : change;
    }

    /** What of a topology bears on a plan; where it stands in the file and how it is documented does not. */
    private static String topology(Topology topology) {
        StringBuilder text = new StringBuilder(topology.name()).append('\n');
        for (Topic topic : topology.topics()) {
            text.append(topic.name())
                    .append(' ')
                    .append(topic.partitions())
                    .append(' ')
                    .append(topic.replicas())
                    .append(' ')
                    .append(key(topic.key()))
                    .append(topic.config())
                    .append(topic.compatibility())
                    .append(topic.preventDelete())
                    .append(topic.deadLetter());
            topic.types().forEach(type -> text.append(topic.subject(type)).append(type.schema()));
            text.append('\n');
        }
        topology.services().forEach(service -> text.append(service.name())
                .append(service.consumes())
                .append(service.produces())
                .append('\n'));
        return text.toString();
    }

    /** Written out, as all of which there are many: a record's own toString is slow at first, in a process of seconds. */
    private static String key(KeySpec key) {
        if (key instanceof KeySpec.Fields fields) {
            return fields.paths().toString();
        }
        return key instanceof KeySpec.Time ? "$time" : "none";
    }

    private static String options(PlanOptions options) {
        return options.allowDelete() + " " + options.maxDeletes() + " "
                + options.previous().map(Fingerprinter::topology) + " " + options.allowRepartition() + " "
                + options.strictReplicas();
    }

    private static String cluster(ClusterState cluster, boolean deletes) {
        StringBuilder text = new StringBuilder();
        text.append(cluster.clusterId()).append('\n').append(cluster.brokers()).append('\n');
        cluster.topics().values().forEach(topic -> {
            text.append(topic.name()).append(' ');
            topic.partitions().forEach(each -> text.append(each.replicas()).append(each.moving() ? " moving " : " "));
            text.append(topic.config()).append('\n');
        });
        text.append(cluster.acls()).append('\n');
        if (deletes) {
            text.append(cluster.otherTopics()).append('\n');
            cluster.contents().forEach((topic, contents) -> text.append(topic)
                    .append(' ')
                    .append(contents.records())
                    .append(' ')
                    .append(contents.uncounted())
                    .append(contents.groups().stream().map(GroupUse::group).toList())
                    .append('\n'));
        }
        return text.toString();
    }

    private static String registry(RegistryState registry, boolean deletes) {
        StringBuilder text = new StringBuilder();
        registry.subjects().values().forEach(subject -> {
            text.append(subject.name()).append(' ').append(subject.level());
            for (Registered version : subject.versions()) {
                text.append(' ')
                        .append(version.version())
                        .append(' ')
                        .append(version.id())
                        .append(' ')
                        .append(version.text());
            }
            text.append('\n');
        });
        text.append(registry.presetLevels()).append('\n');
        if (deletes) {
            text.append(registry.otherSubjects()).append(registry.referrers());
        }
        return text.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
