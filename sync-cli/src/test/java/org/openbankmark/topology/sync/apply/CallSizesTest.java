package org.openbankmark.topology.sync.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.sync.Deadline;
import org.openbankmark.topology.sync.cluster.BrokerChecks;
import org.openbankmark.topology.sync.cluster.Connection;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.ConfigEdit;
import org.openbankmark.topology.sync.plan.Fingerprints;
import org.openbankmark.topology.sync.plan.Plan;
import org.openbankmark.topology.sync.state.Acl;

/**
 * A controller refuses a call that makes more than 10,000 records, one for each setting, partition and permission. Nobody answers these calls:
 * what is looked at is how large each of them is.
 */
class CallSizesTest {
    private static final int MOST = 10_000;
    private static final int TOPICS = 6_000;

    private final List<Integer> sizes = new ArrayList<>();
    private final Connection connection = Connection.of(counting(), Deadline.in(Duration.ofSeconds(1)));

    /** Kafka's own client, to which no broker answers; notes how many records each call would make. */
    private Admin counting() {
        Admin admin = Admin.create(Map.of("bootstrap.servers", "localhost:1"));
        return (Admin) Proxy.newProxyInstance(
                CallSizesTest.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("incrementalAlterConfigs")) {
                        sizes.add(((Map<?, ?>) arguments[0])
                                .values().stream()
                                        .mapToInt(edits -> ((Collection<?>) edits).size())
                                        .sum());
                    } else if (method.getName().equals("alterPartitionReassignments")) {
                        sizes.add(((Map<?, ?>) arguments[0]).size());
                    } else if (List.of("createAcls", "deleteAcls").contains(method.getName())) {
                        sizes.add(((Collection<?>) arguments[0]).size());
                    }
                    try {
                        return method.invoke(admin, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private static List<Change> alters() {
        List<ConfigEdit> edits = List.of(
                new ConfigEdit("retention.ms", Optional.empty(), Optional.of("5")),
                new ConfigEdit("segment.ms", Optional.empty(), Optional.of("5")));
        return IntStream.range(0, TOPICS)
                .<Change>mapToObj(i -> new Change.AlterConfig("t" + i, edits, false, ""))
                .toList();
    }

    private void eachCallIsSmallEnough(int records) {
        assertThat(sizes).hasSizeGreaterThan(1).allMatch(size -> size < MOST);
        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(records);
    }

    @Test
    void manySettingsAreChangedInSeveralCalls() {
        assertThat(new ConfigAlterer(connection).attempt(alters())).hasSize(TOPICS);
        eachCallIsSmallEnough(2 * TOPICS);
    }

    @Test
    void brokersAreAskedAboutManySettingsInSeveralCalls() {
        Plan plan = new Plan(
                alters(),
                List.of(),
                List.of(),
                List.of(),
                new TreeSet<>(),
                new TreeSet<>(),
                Map.of(),
                new Fingerprints("", "", "", ""));
        assertThat(new BrokerChecks(connection).knownRejections(plan)).isEmpty();
        eachCallIsSmallEnough(2 * TOPICS);
    }

    private static List<Acl> permissions() {
        return IntStream.range(0, 12_000)
                .mapToObj(i -> new Acl("User:many", "*", "READ", "TOPIC", "t" + i, false))
                .toList();
    }

    @Test
    void manyPermissionsAreGivenInSeveralCalls() {
        assertThat(new AclWorker(connection)
                        .attempt(permissions().stream()
                                .<Change>map(acl -> new Change.AddAcl(acl, ""))
                                .toList()))
                .hasSize(12_000);
        eachCallIsSmallEnough(12_000);
    }

    @Test
    void manyPermissionsAreTakenInSeveralCallsAndNotEachInOneOfItsOwn() {
        assertThat(new AclWorker(connection)
                        .attempt(permissions().stream()
                                .<Change>map(acl -> new Change.RemoveAcl(acl, ""))
                                .toList()))
                .hasSize(12_000);
        eachCallIsSmallEnough(12_000);
        assertThat(sizes).hasSizeLessThan(100);
    }

    @Test
    void replicasOfManyPartitionsAreMovedInSeveralCallsAlsoThoseOfOneTopic() {
        TreeMap<Integer, List<Integer>> partitions = new TreeMap<>();
        IntStream.range(0, 12_000).forEach(partition -> partitions.put(partition, List.of(1, 2)));
        assertThat(new ReplicaMover(connection, what -> {})
                        .attempt(List.of(new Change.MoveReplicas("t", 1, 2, partitions, ""))))
                .containsOnlyKeys("move-replicas:t");
        eachCallIsSmallEnough(12_000);
    }
}
