package org.openbankmark.topology.sync.plan;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openbankmark.topology.model.Service;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.sync.state.Acl;

/**
 * What services need of a cluster, and no more. A service's principal is {@code User:} and its name; its consumer groups and
 * transactional ids are its name, or begin with its name and a dot (a service's name has no dot, so none reaches into another's).
 * READ and WRITE include DESCRIBE.
 */
public final class ServiceAcls {

    private ServiceAcls() {}

    /** The principal of a service. */
    public static String principal(Service service) {
        return "User:" + service.name();
    }

    /** All permissions of all services. */
    public static SortedSet<Acl> of(Topology topology) {
        SortedSet<Acl> acls = new TreeSet<>();
        for (Service service : topology.services()) {
            String principal = principal(service);
            for (String topic : service.consumes()) {
                acls.add(new Acl(principal, "*", "READ", "TOPIC", topic, false));
                deadLetter(topology, topic)
                        .ifPresent(name -> acls.add(new Acl(principal, "*", "WRITE", "TOPIC", name, false)));
            }
            for (String topic : service.produces()) {
                acls.add(new Acl(principal, "*", "WRITE", "TOPIC", topic, false));
            }
            if (!service.consumes().isEmpty()) {
                acls.add(new Acl(principal, "*", "READ", "GROUP", service.name(), false));
                acls.add(new Acl(principal, "*", "READ", "GROUP", service.name() + ".", true));
            }
            if (!service.produces().isEmpty()) {
                acls.add(new Acl(principal, "*", "WRITE", "TRANSACTIONAL_ID", service.name(), false));
                acls.add(new Acl(principal, "*", "WRITE", "TRANSACTIONAL_ID", service.name() + ".", true));
            }
        }
        return acls;
    }

    private static Optional<String> deadLetter(Topology topology, String topic) {
        return topology.topic(topic).flatMap(found -> found.deadLetter());
    }
}
