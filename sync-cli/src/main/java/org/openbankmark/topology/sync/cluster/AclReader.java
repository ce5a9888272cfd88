package org.openbankmark.topology.sync.cluster;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.DescribeAclsOptions;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.resource.PatternType;
import org.openbankmark.topology.sync.SyncException;
import org.openbankmark.topology.sync.state.Acl;

/** Reads what principals are allowed. */
final class AclReader {
    private final Connection connection;

    AclReader(Connection connection) {
        this.connection = connection;
    }

    /** Empty where the cluster has no authorizer. What is denied is left to those who denied it. */
    Optional<SortedSet<Acl>> read(Collection<String> principals) {
        Collection<AclBinding> bindings;
        try {
            bindings = KafkaErrors.await(connection
                    .admin()
                    .describeAcls(AclBindingFilter.ANY, new DescribeAclsOptions().timeoutMs(connection.callLimit()))
                    .values());
        } catch (SecurityDisabledException noAuthorizer) {
            return Optional.empty();
        } catch (ClusterAuthorizationException notAllowed) {
            throw new SyncException(
                    "Kafka does not let this principal read permissions: grant it DESCRIBE and ALTER on the cluster,"
                            + " or leave permissions alone with --no-acls",
                    notAllowed);
        }
        Set<String> wanted = Set.copyOf(principals);
        SortedSet<Acl> acls = new TreeSet<>();
        for (AclBinding binding : bindings) {
            if (wanted.contains(binding.entry().principal())
                    && binding.entry().permissionType() == AclPermissionType.ALLOW) {
                acls.add(new Acl(
                        binding.entry().principal(),
                        binding.entry().host(),
                        binding.entry().operation().name(),
                        binding.pattern().resourceType().name(),
                        binding.pattern().name(),
                        binding.pattern().patternType() == PatternType.PREFIXED));
            }
        }
        return Optional.of(acls);
    }
}
