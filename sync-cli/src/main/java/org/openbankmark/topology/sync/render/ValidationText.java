package org.openbankmark.topology.sync.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.problem.Problem;

/** What validate says. */
public final class ValidationText {
    /** The name and version of the form. */
    public static final String FORMAT = "sync-cli/validation/1";

    private ValidationText() {}

    /** For people. */
    public static String text(Topology topology) {
        return topology.source() + " is valid: topology " + topology.name() + " with "
                + ChangeText.count(topology.topics().size(), "topic") + ", "
                + ChangeText.count(topology.types().size(), "type") + ", "
                + ChangeText.count(topology.services().size(), "service") + "\n";
    }

    /** For programs. */
    public static String json(Topology topology) {
        ObjectNode document = Json.object().put("format", FORMAT).put("valid", true);
        document.putObject("topology")
                .put("name", topology.name())
                .put("file", topology.source())
                .put("fingerprint", topology.fingerprint());
        document.putArray("problems");
        return Json.text(document);
    }

    /** For programs, with all mistakes. */
    public static String json(InvalidTopologyException invalid) {
        ObjectNode document = Json.object().put("format", FORMAT).put("valid", false);
        ArrayNode problems = document.putArray("problems");
        for (Problem problem : invalid.problems()) {
            ObjectNode node = problems.addObject().put("rule", problem.rule()).put("message", problem.message());
            problem.advice().ifPresent(advice -> node.put("advice", advice));
            node.putObject("location")
                    .put("file", problem.location().file())
                    .put("line", problem.location().line())
                    .put("column", problem.location().column());
        }
        return Json.text(document);
    }
}
