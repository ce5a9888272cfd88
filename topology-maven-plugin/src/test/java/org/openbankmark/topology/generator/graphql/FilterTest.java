package org.openbankmark.topology.generator.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.pipeline.GeneratedTopology;
import org.openbankmark.topology.generator.testing.InMemoryJavac;

/** Filters over a topic of several types. */
class FilterTest {
    /** Subscribes with a filter, sends records of both types with and without the fields, and tells what arrived. */
    private static final String USE = """
            package org.example;

            import java.time.Duration;
            import java.util.*;
            import org.openbankmark.topology.graphql.*;
            import org.openbankmark.topology.runtime.consumer.Received;
            import org.openbankmark.topology.runtime.testing.InMemoryConnection;
            import org.reactivestreams.*;

            public final class Use {
                public static Object run() throws Exception {
                    List<Object> seen = Collections.synchronizedList(new ArrayList<>());
                    try (InMemoryConnection connection = new InMemoryConnection();
                            TopologyGraphQl shop = ShopGraphQl.on(connection, Access.forEveryone()).start()) {
                        subscribe(shop, Map.of("amount", 5L), seen);
                        subscribe(shop, Map.of("urgent", true), seen);
                        PaymentsProducer payments = PaymentsProducer.on(connection);
                        payments.send(new Asked(1, null, false)).join();
                        payments.send(new Paid(2, 6L, null)).join();
                        payments.send(new Paid(3, 5L, null)).join();
                        payments.send(new Asked(4, null, true)).join();
                        connection.await("both are told", () -> seen.size() >= 2, Duration.ofSeconds(10));
                    }
                    return seen;
                }

                private static void subscribe(TopologyGraphQl shop, Map<String, Object> wanted, List<Object> seen) {
                    shop.stream(ShopTopics.PAYMENTS).publisher(wanted, received -> true).subscribe(new Subscriber<>() {
                        public void onSubscribe(Subscription subscription) {
                            subscription.request(Long.MAX_VALUE);
                        }

                        public void onNext(Received<PaymentsEvent> next) {
                            seen.add(next.value() instanceof Paid paid ? paid.getId() : ((Asked) next.value()).getId());
                        }

                        public void onError(Throwable failure) {
                            seen.add(failure);
                        }

                        public void onComplete() {}
                    });
                }
            }
            """;

    @Test
    void aFieldThatOnlyOneOfTheTypesMayLackIsNull() throws Exception {
        GeneratedTopology topology = GeneratedTopology.of("""
                topology: shop
                namespace: org.example
                records:
                  Asked: { id: int, amount: long?, urgent: boolean }
                  Paid: { id: int, amount: long, urgent: boolean? }
                topics:
                  payments: { type: [Asked, Paid], key: id }
                graphql:
                  subscriptions: { payments: { filter: [amount, urgent] } }
                """);
        topology.compile();
        List<GeneratedFile> files = new ArrayList<>(topology.files());
        files.add(new GeneratedFile(GeneratedFile.Kind.JAVA, "org/example/Use.java", USE, "a test"));

        Object seen = InMemoryJavac.lenient()
                .compile(files)
                .loadClass("org.example.Use")
                .getMethod("run")
                .invoke(null);

        assertThat(seen).asInstanceOf(LIST).containsExactlyInAnyOrder(3, 4);
    }
}
