package org.example.shop;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.openbankmark.topology.graphql.Access;
import org.openbankmark.topology.graphql.TopologyGraphQl;
import org.openbankmark.topology.runtime.testing.InMemoryConnection;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** What a user's service does with the generated code. */
public final class Scenario {
    private Scenario() {}

    public static List<Object> run(String sdl) throws Exception {
        List<Object> answers = Collections.synchronizedList(new ArrayList<>());
        try (InMemoryConnection connection = new InMemoryConnection();
                TopologyGraphQl shop = ShopGraphQl.on(connection, Access.forEveryone()).start()) {
            RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
            shop.wire(wiring);
            wiring.type("Query", type -> type.dataFetcher("hello", field -> "hello"));
            GraphQL graphql = GraphQL.newGraphQL(new SchemaGenerator()
                            .makeExecutableSchema(
                                    new SchemaParser().parse(sdl + " extend type Query { hello: String }"),
                                    wiring.build()))
                    .build();
            answers.add(graphql.execute("{ hello }").toSpecification());
            String fields = "id total placed shipped day at exactly there there_exactly state checksum photo gift number"
                    + " total_cents weight distance lines { article count parts { article } } grid notes"
                    + " address { street } labels { key value } histories { key value { key value } }"
                    + " payload { __typename ... on StringValue { value } ... on Line { article }"
                    + " ... on IntEntryListValue { entries: value { key value } } }"
                    + " extra { __typename ... on DoubleValue { value } }";
            List<Object> seen = subscribe(graphql, "subscription { orders(number: 7, state: SHIPPED, total: 12.5, weight: 0.1) { " + fields + " } }");
            List<Object> others = subscribe(graphql, "subscription { orders(number: 8) { id } }");
            OrdersConsumer.on(connection).group("replier").handler(handler(connection)).start();
            answers.add(graphql.execute(mutation("12.50", "2024-01-31T12:30:00.123Z", 7)).toSpecification());
            connection.await("the order is seen", () -> !seen.isEmpty(), Duration.ofSeconds(10));
            answers.addAll(seen);
            answers.add(others);
            answers.add(graphql.execute(mutation("12.505", "2024-01-31T12:30:00.123Z", 7)).toSpecification());
            answers.add(graphql.execute(mutation("12.50", "2024-01-31T12:30:00.123456Z", 7)).toSpecification());
        }
        return answers;
    }

    private static org.openbankmark.topology.runtime.consumer.RecordHandler<Order> handler(InMemoryConnection connection) {
        return received -> connection
                .sender(ShopTopics.ORDERS_REFUSED)
                .send(Refused.newBuilder()
                        .setId(received.value().getId())
                        .setReason("no " + received.value().getToken().length())
                        .setSecretReason("hidden")
                        .build())
                .join();
    }

    private static String mutation(String total, String placed, int number) {
        return """
                mutation { orders(input: {
                  id: "123e4567-e89b-12d3-a456-426614174000", token: "secret", total: TOTAL,
                  placed: "PLACED", shipped: null, day: "2024-01-31", at: "12:30", exactly: "12:30:00.000001",
                  there: "2024-01-31T12:30", there_exactly: "2024-01-31T12:30:00.000001", state: SHIPPED,
                  checksum: "AAECAw==", photo: "AAEC", number: NUMBER, total_cents: "9007199254740993", weight: 0.1,
                  distance: 1.5, lines: [{ article: "a", parts: [{ article: "b", count: 2, parts: [] }] }],
                  grid: [[1, 2], []], notes: ["x", null], address: { street: "s", pin: 1234 },
                  labels: [{ key: "k", value: null }], histories: [[{ key: "y", value: [{ key: "m", value: 3 }] }]],
                  payload: { intEntryList: [{ key: "one", value: 1 }] }, extra: { double: 2.5 }
                }) { __typename ... on Refused { id reason } ... on Placed { id } } }
                """
                .replace("TOTAL", total)
                .replace("PLACED", placed)
                .replace("NUMBER", String.valueOf(number));
    }

    private static List<Object> subscribe(GraphQL graphql, String document) {
        ExecutionResult result = graphql.execute(ExecutionInput.newExecutionInput(document));
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        Publisher<ExecutionResult> publisher = result.getData();
        if (publisher == null) {
            throw new AssertionError(result.getErrors());
        }
        publisher.subscribe(new Subscriber<>() {
            @Override
            public void onSubscribe(Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(ExecutionResult next) {
                seen.add(next.toSpecification());
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
}
