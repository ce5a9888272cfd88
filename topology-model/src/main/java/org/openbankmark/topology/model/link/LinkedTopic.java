package org.openbankmark.topology.model.link;

import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.raw.RawTopic;
import org.openbankmark.topology.model.source.Span;

/**
 * A topic with what the file says of it.
 *
 * @param raw for a dead-letter topic that is only named, the first topic that names it
 * @param keyKinds the kinds of text of its key's parts; empty where it has no such key, or a wrong one
 * @param namedBy for a dead-letter topic that is only named, all topics that name it
 */
record LinkedTopic(RawTopic raw, Topic topic, Optional<List<String>> keyKinds, List<RawTopic> namedBy) {

    /** Where it is named first. */
    Span place() {
        return topic.declared()
                ? raw.name().span()
                : raw.deadLetter().orElseThrow().span();
    }

    /** Whether no type is given for it; a type with a mistake is given. */
    boolean holdsDeadLetters() {
        return !topic.declared() || raw.types().isEmpty();
    }
}
