package org.openbankmark.topology.sync.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.ConfigEdit;
import org.openbankmark.topology.sync.state.Acl;
import org.openbankmark.topology.sync.state.TopicContents;

/** A change for programs. */
final class ChangeJson {

    private ChangeJson() {}

    static ObjectNode of(Change change) {
        ObjectNode node = Json.object()
                .put("id", change.id())
                .put("kind", change.kind())
                .put("action", change.action().name().toLowerCase(Locale.ROOT))
                .put("resource", change.resource())
                .put("reason", change.reason());
        if (change instanceof Change.SetLevel level) {
            level.from().ifPresent(from -> node.put("from", from.name()));
            node.put("to", level.to().name());
        } else if (change instanceof Change.RegisterSchema schema) {
            schema.after().ifPresent(after -> node.put("afterVersion", after));
            node.put("record", schema.record()).put("schema", schema.schema());
        } else if (change instanceof Change.CreateTopic topic) {
            node.put("partitions", topic.partitions()).put("replicas", topic.replicas());
            ObjectNode config = node.putObject("config");
            topic.config().forEach(config::put);
        } else if (change instanceof Change.AlterConfig alter) {
            edits(node.putArray("edits"), alter.edits());
        } else if (change instanceof Change.AddPartitions add) {
            node.put("from", add.from()).put("to", add.to());
        } else if (change instanceof Change.MoveReplicas move) {
            node.put("from", move.from()).put("to", move.to());
            ObjectNode partitions = node.putObject("partitions");
            move.partitions().forEach((partition, replicas) -> {
                ArrayNode brokers = partitions.putArray(Integer.toString(partition));
                replicas.forEach(brokers::add);
            });
        } else if (change instanceof Change.AddAcl add) {
            acl(node, add.acl());
        } else if (change instanceof Change.RemoveAcl remove) {
            acl(node, remove.acl());
        } else if (change instanceof Change.DeleteTopic delete) {
            contents(node, delete.contents());
        } else if (change instanceof Change.DeleteVersions delete) {
            ArrayNode versions = node.putArray("versions");
            delete.versions().forEach(versions::add);
        }
        return node;
    }

    private static void edits(ArrayNode array, List<ConfigEdit> edits) {
        for (ConfigEdit edit : edits) {
            ObjectNode node = array.addObject().put("name", edit.name());
            edit.from().ifPresent(from -> node.put("from", from));
            edit.to().ifPresent(to -> node.put("to", to));
        }
    }

    private static void acl(ObjectNode node, Acl acl) {
        node.putObject("acl")
                .put("principal", acl.principal())
                .put("host", acl.host())
                .put("operation", acl.operation())
                .put("resourceType", acl.resource())
                .put("name", acl.name())
                .put("pattern", acl.prefixed() ? "prefixed" : "literal");
    }

    private static void contents(ObjectNode node, TopicContents contents) {
        ObjectNode lost = node.putObject("contents").put("records", contents.records());
        if (!contents.uncounted().isEmpty()) {
            ArrayNode uncounted = lost.putArray("uncountedPartitions");
            contents.uncounted().forEach(uncounted::add);
        }
        ArrayNode groups = lost.putArray("groups");
        contents.groups()
                .forEach(use -> groups.addObject().put("group", use.group()).put("lag", use.lag()));
    }
}
