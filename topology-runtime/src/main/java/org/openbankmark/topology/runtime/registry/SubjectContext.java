package org.openbankmark.topology.runtime.registry;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The context of a Confluent registry that an address is of: {@code .staging} of {@code https://registry/contexts/.staging}, else
 * the default one. Such a registry writes {@code :.staging:orders-value} for a subject of a context other than the default one,
 * and where the default one does not have a subject, it answers with that of another context (Confluent, "Schema Contexts").
 * That is another subject: the same id may mean another schema in each context. Safe for use by several threads.
 */
public final class SubjectContext {
    private static final Pattern IN_PATH = Pattern.compile(".*/contexts/:?[.]?([^/:]*):?");

    /** Before the name of a subject of this context, where it has any. */
    private final String prefix;

    private SubjectContext(String prefix) {
        this.prefix = prefix;
    }

    /** The context of a registry's address. */
    static SubjectContext of(URI address) {
        Matcher path = IN_PATH.matcher(String.valueOf(address.getPath()));
        return new SubjectContext(":." + (path.matches() ? path.group(1) : "") + ":");
    }

    /** A subject's name without this context; with its own where it is of another. */
    public String local(String subject) {
        return subject.startsWith(prefix) ? subject.substring(prefix.length()) : subject;
    }

    /** Whether a subject is of another context. */
    public boolean isElsewhere(String subject) {
        String local = local(subject);
        return local.startsWith(":") && local.indexOf(':', 1) > 0;
    }

    /** Whether an answer is of another context, for a question that was not about that. */
    public boolean isSubstitute(String asked, String answered) {
        return isElsewhere(answered) && !isElsewhere(asked);
    }
}
