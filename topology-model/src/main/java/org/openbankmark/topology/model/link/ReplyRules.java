package org.openbankmark.topology.model.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.problem.Suggestion;
import org.openbankmark.topology.model.raw.RawKey;
import org.openbankmark.topology.model.source.Spanned;

/** A reply finds its command by the key: both must give the same text for the same value. */
final class ReplyRules {
    private final Map<String, LinkedTopic> topics;

    ReplyRules(Map<String, LinkedTopic> topics) {
        this.topics = topics;
    }

    void check(LinkedTopic command, ProblemCollector problems) {
        List<Spanned<String>> replies = command.raw().replies();
        if (replies.isEmpty() || command.raw().types().isEmpty()) {
            return;
        }
        if (!(command.raw().key().orElse(null) instanceof RawKey.Fields)) {
            problems.report(
                    Rule.INVALID_REPLY,
                    command.raw()
                            .key()
                            .map(RawKey::span)
                            .orElse(command.raw().name().span()),
                    "a topic with replies needs a key by which a reply finds its command",
                    "give it the field that command and reply share, such as 'key: id'");
        }
        for (Spanned<String> reply : replies) {
            check(command, reply, problems);
        }
    }

    private void check(LinkedTopic command, Spanned<String> reply, ProblemCollector problems) {
        LinkedTopic target = topics.get(reply.value());
        if (target == null) {
            problems.report(
                    Rule.UNKNOWN_TOPIC,
                    reply.span(),
                    "unknown topic '" + reply.value() + "'",
                    Suggestion.didYouMean(reply.value(), topics.keySet())
                            .or(() -> Optional.of("declare it under 'topics'")));
        } else if (reply.value().equals(command.topic().name())) {
            problems.report(
                    Rule.INVALID_REPLY,
                    reply.span(),
                    "a command cannot be its own reply",
                    "name the topics that the answers come in");
        } else if (target.holdsDeadLetters()) {
            problems.report(
                    Rule.INVALID_REPLY,
                    reply.span(),
                    "'" + reply.value() + "' holds dead letters, not replies",
                    "name the topics that the answers come in");
        } else if (!(target.raw().key().orElse(null) instanceof RawKey.Fields)) {
            problems.report(
                    Rule.INVALID_REPLY,
                    reply.span(),
                    "the reply topic '" + reply.value() + "' has no key, so a reply could not find its command",
                    "give it the same key as the command's topic");
        } else if (differ(command, target)) {
            problems.report(
                    Rule.INVALID_REPLY,
                    reply.span(),
                    "the key of '" + reply.value() + "' is a " + kinds(target) + ", that of the command a "
                            + kinds(command),
                    "use fields of the same types in the same order");
        }
    }

    private static boolean differ(LinkedTopic command, LinkedTopic reply) {
        return command.keyKinds().isPresent()
                && reply.keyKinds().isPresent()
                && !command.keyKinds().equals(reply.keyKinds());
    }

    private static String kinds(LinkedTopic topic) {
        return String.join(" and a ", topic.keyKinds().orElse(List.of()));
    }
}
