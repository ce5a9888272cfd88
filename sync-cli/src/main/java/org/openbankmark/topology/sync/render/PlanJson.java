package org.openbankmark.topology.sync.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.openbankmark.topology.model.diff.Finding;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.LeftAlone;
import org.openbankmark.topology.sync.plan.Plan;
import org.openbankmark.topology.sync.plan.Target;

/** A plan for programs; its form is published as sync-cli-output.schema.json. */
public final class PlanJson {
    /** The name and version of the form. */
    public static final String FORMAT = "sync-cli/plan/1";

    private PlanJson() {}

    /** The document, with the options that it was made with. */
    public static ObjectNode of(Plan plan, Target target, ObjectNode options) {
        ObjectNode document = Json.object();
        document.put("format", FORMAT);
        ObjectNode topology = document.putObject("topology")
                .put("name", target.topology())
                .put("file", target.file())
                .put("fingerprint", plan.fingerprints().topology());
        target.environment().ifPresent(name -> topology.put("environment", name));
        document.putObject("cluster")
                .put("id", target.clusterId())
                .put("brokers", target.brokers())
                .put("fingerprint", plan.fingerprints().cluster());
        document.putObject("registry")
                .put("url", target.registry())
                .put("fingerprint", plan.fingerprints().registry());
        document.set("options", options);
        document.put("inSync", plan.inSync());
        document.put("feasible", plan.feasible());
        document.put("changesFingerprint", plan.fingerprints().changes());
        ArrayNode changes = document.putArray("changes");
        for (Change change : plan.changes()) {
            ObjectNode node = ChangeJson.of(change);
            String rejection = plan.rejections().get(change.id());
            if (rejection != null) {
                node.put("rejection", rejection);
            }
            changes.add(node);
        }
        findings(document.putArray("refusals"), plan.refusals());
        findings(document.putArray("findings"), plan.findings());
        leftAlone(document.putArray("leftAlone"), plan.leftAlone());
        ObjectNode others = document.putObject("unmanaged");
        others.set("topics", Json.names(plan.otherTopics()));
        others.set("subjects", Json.names(plan.otherSubjects()));
        return document;
    }

    private static void findings(ArrayNode array, List<Finding> findings) {
        for (Finding finding : findings) {
            ObjectNode node = array.addObject()
                    .put("rule", finding.rule())
                    .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                    .put("resource", finding.resource())
                    .put("message", finding.message())
                    .put("advice", finding.advice());
            finding.location().ifPresent(place -> node.putObject("location")
                    .put("file", place.file())
                    .put("line", place.line())
                    .put("column", place.column()));
        }
    }

    private static void leftAlone(ArrayNode array, List<LeftAlone> all) {
        for (LeftAlone each : all) {
            array.addObject()
                    .put("rule", each.rule())
                    .put("resource", each.resource())
                    .put("message", each.message())
                    .put("advice", each.advice());
        }
    }
}
