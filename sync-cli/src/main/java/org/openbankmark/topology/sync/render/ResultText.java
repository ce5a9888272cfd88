package org.openbankmark.topology.sync.render;

import org.openbankmark.topology.sync.apply.Outcome;
import org.openbankmark.topology.sync.apply.Outcome.Status;
import org.openbankmark.topology.sync.apply.Result;

/** The account of an apply for people. */
public final class ResultText {

    private ResultText() {}

    /** Lines, each with its end. */
    public static String of(Result result, Style style) {
        StringBuilder text = new StringBuilder();
        for (Outcome outcome : result.outcomes()) {
            text.append("  ")
                    .append(word(outcome.status(), style))
                    .append(' ')
                    .append(outcome.change().id())
                    .append(outcome.message().isEmpty() ? "" : ": " + outcome.message())
                    .append('\n');
        }
        long good = result.count(Status.DONE) + result.count(Status.ALREADY);
        text.append('\n');
        if (result.complete()) {
            text.append(style.good("Done: " + ChangeText.count(good, "change") + "."))
                    .append('\n');
        } else {
            text.append(style.bad("Partly done")).append(": ").append(good).append(" done");
            append(text, result, Status.FAILED, "failed");
            append(text, result, Status.SKIPPED, "skipped");
            append(text, result, Status.NOT_DONE, "not done");
            append(text, result, Status.UNKNOWN, "unknown");
            text.append(". Mend what failed and apply again: what is done is not done twice.\n");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Result result, Status status, String word) {
        long count = result.count(status);
        if (count > 0) {
            text.append(", ").append(count).append(' ').append(word);
        }
    }

    private static String word(Status status, Style style) {
        return switch (status) {
            case DONE -> style.good("done    ");
            case ALREADY -> style.good("already ");
            case FAILED -> style.bad("failed  ");
            case SKIPPED -> style.bad("skipped ");
            case NOT_DONE -> style.bad("not done");
            case UNKNOWN -> style.bad("unknown ");
        };
    }
}
