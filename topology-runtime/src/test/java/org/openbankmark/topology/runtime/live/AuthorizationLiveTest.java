package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.producer.RecordSender;
import org.openbankmark.topology.runtime.request.RequestChannel;
import org.openbankmark.topology.runtime.request.RequestSpec;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.tail.Tail;
import org.openbankmark.topology.runtime.tail.TailHandler;
import org.openbankmark.topology.runtime.tail.TailSpec;
import org.openbankmark.topology.runtime.topic.Topic;

@RealServers
class AuthorizationLiveTest {

    @Test
    void aPermissionThatIsMissingForLongStopsTheConsumerAndForAMomentDoesNot(
            @Own(
                            properties = {
                                "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                                "allow.everyone.if.no.acl.found=true"
                            })
                    KafkaCluster kafka,
            SchemaRegistryServer registry)
            throws Exception {
        try (LiveTopics topics = new LiveTopics(kafka.bootstrapServers(), registry.url());
                KafkaConnection connection = KafkaConnection.open(topics.settings())) {
            Topic<BalanceChanged> topic = topics.balances(1, false);
            List<Long> handled = new CopyOnWriteArrayList<>();
            ConsumerControl consumer = connection.consume(new ConsumerSpec<>(
                    topic,
                    "guarded",
                    Optional.of(r -> handled.add(r.offset())),
                    Optional.empty(),
                    LiveTest.QUICKLY,
                    Optional.empty(),
                    100,
                    Map.of(
                            "default.api.timeout.ms",
                            "5000",
                            "request.timeout.ms",
                            "5000",
                            "metadata.max.age.ms",
                            "1000")));
            connection.sender(topic).send(LiveTest.balance("a", 1)).get();
            Await.until("one is handled", () -> handled.size() == 1);

            AclBinding denied = denied(topic);
            topics.admin().createAcls(List.of(allowed(denied), denied)).all().get();
            connection.sender(topic).send(LiveTest.balance("a", 2)).get();
            topics.admin().deleteAcls(List.of(denied.toFilter())).all().get();
            Await.until("the second is handled", () -> handled.size() == 2);
            Await.until("it runs", () -> consumer.state() == ConsumerState.RUNNING, consumer::state);
            Await.until("both are committed", () -> topics.committed("guarded", topic.name(), 0) == 2);

            topics.admin().createAcls(List.of(denied)).all().get();
            Await.until("the state tells it", () -> consumer.state() == ConsumerState.DISCONNECTED, consumer::state);
            Await.until("it has given up", () -> consumer.stopped().isDone(), consumer::state);
            assertThat(consumer.state()).isEqualTo(ConsumerState.FAILED);
            assertThat(consumer.failure()).containsInstanceOf(AuthorizationException.class);
            assertThat(topics.committed("guarded", topic.name(), 0)).isEqualTo(2);
        }
    }

    @Test
    void requestsOutliveAPermissionThatIsMissingForLong(
            @Own(
                            properties = {
                                "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                                "allow.everyone.if.no.acl.found=true"
                            })
                    KafkaCluster kafka,
            SchemaRegistryServer registry)
            throws Exception {
        try (LiveTopics topics = new LiveTopics(kafka.bootstrapServers(), registry.url());
                KafkaConnection connection = KafkaConnection.open(
                        topics.settings().with("default.api.timeout.ms", "5000").with("request.timeout.ms", "5000"))) {
            Topic<BalanceChanged> commands = topics.balances(1, false);
            Topic<BalanceChanged> replies = topics.balances(1, false);
            RecordSender<BalanceChanged> answers = connection.sender(replies);
            connection.consume(new ConsumerSpec<>(
                    commands,
                    "answering",
                    Optional.of(r -> answers.send(r.value()).get()),
                    Optional.empty(),
                    LiveTest.QUICKLY,
                    Optional.empty(),
                    100,
                    Map.of()));
            try (RequestChannel<BalanceChanged, BalanceChanged> channel =
                    connection.requests(new RequestSpec<>(commands, List.of(replies), Duration.ofSeconds(60), 10))) {
                channel.send(LiveTest.balance("a", 1)).get();
                assertThat(channel.failure()).isEmpty();

                AclBinding denied = denied(replies);
                topics.admin()
                        .createAcls(List.of(allowed(denied), denied))
                        .all()
                        .get();
                Await.until("it tells", () -> channel.failure().isPresent());
                assertThat(channel.failure()).containsInstanceOf(AuthorizationException.class);
                outlastsThePatienceOfTails(connection, replies);
                assertThat(channel.failure()).containsInstanceOf(AuthorizationException.class);

                topics.admin().deleteAcls(List.of(denied.toFilter())).all().get();
                assertThat(channel.send(LiveTest.balance("b", 2)).get()).isEqualTo(LiveTest.balance("b", 2));
                Await.until("it tells no more", () -> channel.failure().isEmpty());
            }
        }
    }

    /** A tail is refused later than the requests were, and gives up when its time is over. */
    private static void outlastsThePatienceOfTails(KafkaConnection connection, Topic<BalanceChanged> refused)
            throws Exception {
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        TailHandler<BalanceChanged> handler = new TailHandler<>() {
            @Override
            public void received(Received<BalanceChanged> record) {}

            @Override
            public void missed(Throwable reason) {}

            @Override
            public void failed(Throwable reason) {
                ended.complete(reason);
            }
        };
        try (Tail tail = connection.tail(new TailSpec<>(refused, handler))) {
            assertThat(ended.get(60, TimeUnit.SECONDS)).isInstanceOf(AuthorizationException.class);
        }
    }

    private static AclBinding denied(Topic<?> topic) {
        return new AclBinding(
                new ResourcePattern(ResourceType.TOPIC, topic.name(), PatternType.LITERAL),
                new AccessControlEntry("User:ANONYMOUS", "*", AclOperation.READ, AclPermissionType.DENY));
    }

    /** All but what is denied. */
    private static AclBinding allowed(AclBinding denied) {
        return new AclBinding(
                denied.pattern(),
                new AccessControlEntry("User:ANONYMOUS", "*", AclOperation.ALL, AclPermissionType.ALLOW));
    }
}
