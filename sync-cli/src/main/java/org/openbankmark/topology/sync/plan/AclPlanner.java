package org.openbankmark.topology.sync.plan;

import java.util.SortedSet;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.sync.state.Acl;
import org.openbankmark.topology.sync.state.ClusterState;

/** The permissions of the services' principals, and of no one else. */
final class AclPlanner {
    private final Draft draft;

    AclPlanner(Draft draft) {
        this.draft = draft;
    }

    void plan(Topology topology, ClusterState cluster) {
        if (cluster.acls().isEmpty()) {
            return;
        }
        SortedSet<Acl> present = cluster.acls().get();
        SortedSet<Acl> wanted = ServiceAcls.of(topology);
        for (Acl acl : wanted) {
            if (!present.contains(acl)) {
                draft.changes.add(new Change.AddAcl(acl, "the file's services need it"));
            }
        }
        for (Acl acl : present) {
            if (!wanted.contains(acl)) {
                draft.changes.add(new Change.RemoveAcl(acl, "the file does not give it to this service"));
            }
        }
    }
}
