package org.openbankmark.topology.sync.render;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.openbankmark.topology.sync.verify.Lack;
import org.openbankmark.topology.sync.verify.Needs;

/** What verify says. */
public final class VerificationText {
    /** The name and version of the form. */
    public static final String FORMAT = "sync-cli/verification/1";

    private VerificationText() {}

    /** For people. */
    public static String text(Needs needs, List<Lack> lacks, Style style) {
        StringBuilder text = new StringBuilder();
        lacks.forEach(lack -> text.append("  ")
                .append(style.bad("!"))
                .append(' ')
                .append(lack.message())
                .append(" [")
                .append(lack.rule())
                .append("]\n"));
        String topics = ChangeText.count(needs.topics().size(), "topic");
        text.append(
                lacks.isEmpty()
                        ? style.good("The live system has all that " + needs.source() + " needs: " + topics + ".")
                        : ChangeText.count(lacks.size(), "lack") + " found for " + needs.source() + " with " + topics
                                + "; sync-cli apply with its topology file mends what can be mended.");
        return text.append('\n').toString();
    }

    /** For programs. */
    public static String json(Needs needs, List<Lack> lacks) {
        ObjectNode document = Json.object()
                .put("format", FORMAT)
                .put("source", needs.source())
                .put("serves", lacks.isEmpty());
        ArrayNode array = document.putArray("lacks");
        lacks.forEach(lack -> array.addObject()
                .put("rule", lack.rule())
                .put("resource", lack.resource())
                .put("message", lack.message()));
        return Json.text(document);
    }
}
