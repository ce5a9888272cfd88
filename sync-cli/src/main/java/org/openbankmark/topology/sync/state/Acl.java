package org.openbankmark.topology.sync.state;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that a principal is allowed.
 *
 * @param principal such as {@code User:command-handler}
 * @param host {@code *} for any
 * @param operation Kafka's name of it, such as {@code READ}
 * @param resource Kafka's kind of resource, such as {@code TOPIC}
 * @param prefixed whether the name is the beginning of names
 */
public record Acl(String principal, String host, String operation, String resource, String name, boolean prefixed)
        implements Comparable<Acl> {
    private static final Comparator<Acl> ORDER = Comparator.comparing(Acl::principal)
            .thenComparing(Acl::resource)
            .thenComparing(Acl::name)
            .thenComparing(Acl::prefixed)
            .thenComparing(Acl::operation)
            .thenComparing(Acl::host);

    @Override
    public int compareTo(Acl other) {
        return ORDER.compare(this, other);
    }

    /**
     * Such as {@code READ on topic balance_changed}, and {@code READ on groups billing.*} for a prefix; a name may end with a star
     * itself.
     */
    public String permission() {
        return operation + " on " + resource.toLowerCase(Locale.ROOT) + (prefixed ? "s " + name + "*" : " " + name)
                + (host.equals("*") ? "" : " from " + host);
    }
}
