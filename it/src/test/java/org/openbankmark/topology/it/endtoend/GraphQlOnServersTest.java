package org.openbankmark.topology.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.ExecutionResult;
import graphql.GraphQL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BalanceChangedProducer;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.BankGraphQl;
import org.openbankmark.bank.events.ConfirmMoneyTransferConsumer;
import org.openbankmark.bank.events.MoneyTransferFailed;
import org.openbankmark.bank.events.MoneyTransferFailedProducer;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.graphql.Access;
import org.openbankmark.topology.graphql.TopologyGraphQl;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.settings.Settings;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** The bank's generated GraphQL over a real broker and registry, by two instances side by side. */
@RealServers
@TestInstance(Lifecycle.PER_CLASS)
class GraphQlOnServersTest {
    private static final int CHANGES = 500;

    private Settings settings;

    @BeforeAll
    void prepare(KafkaCluster kafka, SchemaRegistryServer registry) throws Exception {
        settings = BankOnServers.prepare(kafka, registry);
    }

    @Test
    void everyInstanceShowsEveryRecordOnceAndInOrderToWhoAskedForIt() throws Exception {
        try (KafkaConnection one = KafkaConnection.open(settings);
                KafkaConnection other = KafkaConnection.open(settings);
                TopologyGraphQl ofOne =
                        BankGraphQl.on(one, Access.forEveryone()).start();
                TopologyGraphQl ofOther =
                        BankGraphQl.on(other, Access.forEveryone()).start();
                BankClients clients = BankClients.connect(settings)) {
            List<Object> allOfOne = subscribe(ofOne, "subscription { balance_changed { new_balance } }");
            List<Object> allOfOther = subscribe(ofOther, "subscription { balance_changed { new_balance } }");
            List<Object> someOfOther =
                    subscribe(ofOther, "subscription { balance_changed(iban: \"iban-3\") { iban new_balance } }");

            BalanceChangedProducer producer = clients.balanceChangedProducer();
            for (int i = 0; i < CHANGES; i++) {
                producer.send(BalanceChanged.newBuilder()
                                .setIban("iban-" + i % 10)
                                .setNewBalance(i)
                                .setChangedBy(1)
                                .setFromTo("cash")
                                .setDescription("test")
                                .build())
                        .get(30, TimeUnit.SECONDS);
            }

            await(() ->
                    allOfOne.size() == CHANGES && allOfOther.size() == CHANGES && someOfOther.size() == CHANGES / 10);
            List<Object> expected = new ArrayList<>();
            for (int i = 3; i < CHANGES; i += 10) {
                expected.add(Map.of("balance_changed", Map.of("iban", "iban-3", "new_balance", String.valueOf(i))));
            }
            assertThat(someOfOther).isEqualTo(expected);
            assertThat(allOfOne).doesNotHaveDuplicates().hasSameElementsAs(allOfOther);
        }
    }

    @Test
    void aMutationGivesTheReplyOfItsCommand() throws Exception {
        try (KafkaConnection connection = KafkaConnection.open(settings);
                TopologyGraphQl bank = BankGraphQl.on(connection, Access.forEveryone())
                        .timeout(Duration.ofSeconds(20))
                        .start();
                BankClients handler = BankClients.connect(settings)) {
            MoneyTransferFailedProducer failures = handler.moneyTransferFailedProducer();
            try (ConfirmMoneyTransferConsumer responder = handler.confirmMoneyTransferConsumer()
                    .group("graphql-responder")
                    .handler(received -> failures.send(new MoneyTransferFailed(
                                    received.value().getId(),
                                    "no " + received.value().getAmount()))
                            .join())
                    .start()) {
                UUID id = UUID.randomUUID();
                ExecutionResult result = GraphQL.newGraphQL(bank.schema())
                        .build()
                        .execute("mutation { confirm_money_transfer(input: { id: \"" + id
                                + "\", token: \"t\", amount: 9007199254740993, from: \"a\", to: \"b\", description: \"d\" })"
                                + " { __typename ... on MoneyTransferFailed { id reason } } }");

                assertThat(result.getErrors()).isEmpty();
                assertThat(result.<Object>getData())
                        .isEqualTo(Map.of(
                                "confirm_money_transfer",
                                Map.of(
                                        "__typename", "MoneyTransferFailed",
                                        "id", id.toString(),
                                        "reason", "no 9007199254740993")));
                assertThat(responder.failure()).isEmpty();
            }
        }
    }

    @Test
    void theTokenOfANewAccountIsNotShown() throws Exception {
        try (KafkaConnection connection = KafkaConnection.open(settings);
                TopologyGraphQl bank =
                        BankGraphQl.on(connection, Access.forEveryone()).start()) {
            assertThat(bank.schema().getObjectType("AccountCreationConfirmed").getFieldDefinition("iban"))
                    .isNotNull();
            assertThat(bank.schema().getObjectType("AccountCreationConfirmed").getFieldDefinition("token"))
                    .isNull();
        }
    }

    private static List<Object> subscribe(TopologyGraphQl bank, String document) {
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        ExecutionResult result = GraphQL.newGraphQL(bank.schema()).build().execute(document);
        Publisher<ExecutionResult> publisher = result.getData();
        assertThat(publisher).as("%s", result.getErrors()).isNotNull();
        publisher.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ExecutionResult next) {
                seen.add(next.getData());
            }

            @Override
            public void onError(Throwable failure) {
                seen.add(failure);
            }

            @Override
            public void onComplete() {}
        });
        return seen;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("time").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
