package org.openbankmark.topology.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.sync.state.Acl;

/** What waits for what. */
class DependenciesTest {

    private static Acl reads(String service, String topic) {
        return new Acl("User:" + service, "*", "READ", "TOPIC", topic, false);
    }

    @Test
    void permissionsOnANameWithAStarAndOnAPrefixAreTwoChanges() {
        Acl star = new Acl("User:billing", "*", "READ", "TOPIC", "orders*", false);
        Acl prefix = new Acl("User:billing", "*", "READ", "TOPIC", "orders", true);

        assertThat(new Change.RemoveAcl(star, "").id()).isNotEqualTo(new Change.RemoveAcl(prefix, "").id());
        assertThat(new Change.AddAcl(star, "").id()).isNotEqualTo(new Change.AddAcl(prefix, "").id());
    }

    @Test
    void aServiceLosesAPermissionOnlyAfterItHasAllNewOnes() {
        Change all = new Change.RemoveAcl(reads("billing", "*"), "");
        Change orders = new Change.AddAcl(reads("billing", "orders"), "");
        Change payments = new Change.AddAcl(reads("billing", "payments"), "");
        Change other = new Change.AddAcl(reads("audit", "orders"), "");

        assertThat(Dependencies.among(List.of(orders, payments, other, all)))
                .containsOnlyKeys(all.id())
                .containsEntry(all.id(), List.of(orders, payments));
    }
}
