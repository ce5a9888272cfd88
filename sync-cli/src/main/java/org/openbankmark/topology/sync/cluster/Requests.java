package org.openbankmark.topology.sync.cluster;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.state.Acl;

/** Changes as Kafka's client wants them; the same for asking and for doing. */
public final class Requests {

    private Requests() {}

    public static NewTopic topic(Change.CreateTopic change) {
        return new NewTopic(change.topic(), Optional.of(change.partitions()), Optional.of((short) change.replicas()))
                .configs(change.config());
    }

    public static ConfigResource resource(Change.AlterConfig change) {
        return new ConfigResource(ConfigResource.Type.TOPIC, change.topic());
    }

    public static Collection<AlterConfigOp> edits(Change.AlterConfig change) {
        return change.edits().stream()
                .map(edit -> new AlterConfigOp(
                        new ConfigEntry(edit.name(), edit.to().orElse("")),
                        edit.to().isPresent() ? AlterConfigOp.OpType.SET : AlterConfigOp.OpType.DELETE))
                .toList();
    }

    public static NewPartitions partitions(Change.AddPartitions change) {
        return change.replicas().isEmpty()
                ? NewPartitions.increaseTo(change.to())
                : NewPartitions.increaseTo(
                        change.to(),
                        change.replicas().stream().map(List::copyOf).toList());
    }

    public static AclBinding binding(Acl acl) {
        return new AclBinding(
                new ResourcePattern(
                        ResourceType.fromString(acl.resource()),
                        acl.name(),
                        acl.prefixed() ? PatternType.PREFIXED : PatternType.LITERAL),
                new AccessControlEntry(
                        acl.principal(),
                        acl.host(),
                        AclOperation.fromString(acl.operation()),
                        AclPermissionType.ALLOW));
    }
}
