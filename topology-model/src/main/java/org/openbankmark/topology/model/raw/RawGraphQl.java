package org.openbankmark.topology.model.raw;

import java.util.List;
import org.openbankmark.topology.model.source.Spanned;

/** What is open to GraphQL. */
public record RawGraphQl(List<Subscription> subscriptions, List<Spanned<String>> mutations) {

    /** A topic with the fields that its records may be chosen by. */
    public record Subscription(Spanned<String> topic, List<Spanned<String>> filter) {}
}
