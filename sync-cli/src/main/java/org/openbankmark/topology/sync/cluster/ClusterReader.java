package org.openbankmark.topology.sync.cluster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.common.KafkaException;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.InternalNames;

/** Reads a cluster, in batches. */
public final class ClusterReader {
    private final Connection connection;

    public ClusterReader(Connection connection) {
        this.connection = connection;
    }

    /**
     * What to read.
     *
     * @param topics wanted in full where they exist
     * @param principals whose permissions are looked at; none: permissions are not asked for
     * @param toDelete of the names of all other topics, those that a plan would delete
     */
    public record Request(
            Collection<String> topics, Collection<String> principals, UnaryOperator<SortedSet<String>> toDelete) {}

    /**
     * Reads what was asked for.
     *
     * @throws org.openbankmark.topology.sync.SyncException if the cluster does not give it
     */
    public ClusterState read(Request request) {
        try {
            return readAll(request);
        } catch (KafkaException failed) {
            throw KafkaErrors.toRead("its state", failed);
        }
    }

    private ClusterState readAll(Request request) {
        Admin admin = connection.admin();
        DescribeClusterResult cluster =
                admin.describeCluster(new DescribeClusterOptions().timeoutMs(connection.callLimit()));
        Collection<TopicListing> listings = KafkaErrors.await(
                admin.listTopics(new ListTopicsOptions().listInternal(true).timeoutMs(connection.callLimit()))
                        .listings());
        SortedSet<String> others = new TreeSet<>();
        for (TopicListing listing : listings) {
            if (!listing.isInternal() && !InternalNames.isInternalTopic(listing.name())) {
                others.add(listing.name());
            }
        }
        List<String> wanted = new ArrayList<>(new TreeSet<>(request.topics()));
        wanted.retainAll(others);
        others.removeAll(wanted);
        SortedMap<Integer, Optional<String>> brokers = new TreeMap<>();
        KafkaErrors.await(cluster.nodes()).forEach(node -> brokers.put(node.id(), Optional.ofNullable(node.rack())));
        return new ClusterState(
                KafkaErrors.await(cluster.clusterId()),
                brokers,
                new TopicReader(connection).read(wanted),
                others,
                new ContentsReader(connection).read(request.toDelete().apply(others)),
                request.principals().isEmpty()
                        ? Optional.empty()
                        : new AclReader(connection).read(request.principals()));
    }
}
