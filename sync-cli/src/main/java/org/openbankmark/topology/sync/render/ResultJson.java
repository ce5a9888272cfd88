package org.openbankmark.topology.sync.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.openbankmark.topology.sync.apply.Outcome;
import org.openbankmark.topology.sync.apply.Result;

/** The account of an apply for programs, with the plan that it was of. */
public final class ResultJson {
    /** The name and version of the form. */
    public static final String FORMAT = "sync-cli/result/1";

    private ResultJson() {}

    /** The document of a plan that was not begun. */
    public static ObjectNode refused(ObjectNode plan) {
        ObjectNode document = Json.object().put("format", FORMAT).put("complete", false);
        document.putArray("outcomes");
        document.set("plan", plan);
        return document;
    }

    /** The document. */
    public static ObjectNode of(ObjectNode plan, Result result) {
        ObjectNode document = Json.object().put("format", FORMAT).put("complete", result.complete());
        ArrayNode outcomes = document.putArray("outcomes");
        for (Outcome outcome : result.outcomes()) {
            ObjectNode node = outcomes.addObject()
                    .put("change", outcome.change().id())
                    .put(
                            "status",
                            outcome.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (!outcome.message().isEmpty()) {
                node.put("message", outcome.message());
            }
        }
        document.set("plan", plan);
        return document;
    }
}
