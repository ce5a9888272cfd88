package org.openbankmark.topology.generator.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.pipeline.GeneratedTopology;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.runtime.topic.Topic;

/** The constants of a topology's topics. */
class TopicsTest {

    @Test
    void aConstantSaysAllThatTheFileSaysOfItsTopic() throws Exception {
        ClassLoader classes = GeneratedTopology.of("""
                topology: shop
                namespace: org.example
                records:
                  Order: { id: string }
                topics:
                  orders.v1-placed:
                    { type: Order, key: id, partitions: 7, replicas: 2, config: { retention.ms: 5000 }, deadLetter: orders.dead }
                """).compile();

        Class<?> topics = classes.loadClass("org.example.ShopTopics");
        Topic<?> topic = (Topic<?>) topics.getField("ORDERS_V1_PLACED").get(null);
        assertThat(topic.name()).isEqualTo("orders.v1-placed");
        assertThat(topic.partitions()).isEqualTo(7);
        assertThat(topic.replicas()).isEqualTo(2);
        assertThat(topic.config()).containsEntry("retention.ms", "5000");
        assertThat(topic.deadLetter()).contains("orders.dead");
        assertThat((List<?>) topics.getMethod("all").invoke(null)).isEqualTo(List.of(topic));
        Class<?> names = classes.loadClass("org.example.ShopTopics$Names");
        assertThat(names.getField("ORDERS_V1_PLACED").get(null)).isEqualTo("orders.v1-placed");
        assertThat(names.getField("ORDERS_DEAD").get(null)).isEqualTo("orders.dead");
    }

    @Test
    void topicsWithTheNamesOfTheClasssOwnMethodsCompile() throws Exception {
        GeneratedTopology.of("""
                topology: t
                namespace: org.example
                records:
                  Names: { id: string }
                  Topic: { id: string }
                  List: { id: string }
                  Connection: { id: string }
                  Override: { id: string }
                  Builder: { id: string }
                topics:
                  all: { type: Names, key: id }
                  fingerprint: { type: Topic, key: id }
                  names: { type: List, key: id }
                  get.class: { type: Connection, key: id }
                  "2024": { type: Override, key: none }
                  builders: { type: [Builder, Names], key: id }
                """).compile();
    }

    @Test
    void moreTopicsCompileThanOneClassFileHasRoomFor() throws Exception {
        StringBuilder yaml = new StringBuilder("topology: big\nnamespace: org.example\nrecords:\n");
        yaml.append("  Thing: { id: string, at: timestamp-millis, owner: uuid }\ntopics:\n");
        for (int i = 0; i < 2000; i++) {
            yaml.append("  topic_").append(i).append(": { type: Thing, key: [id, at, owner], partitions: 9,");
            yaml.append(" config: { retention.ms: 1000, cleanup.policy: compact } }\n");
        }

        ClassLoader classes =
                GeneratedTopology.of(yaml.toString()).withoutClients().compile();

        Class<?> topics = classes.loadClass("org.example.BigTopics");
        List<?> all = (List<?>) topics.getMethod("all").invoke(null);
        assertThat(all)
                .extracting(topic -> ((Topic<?>) topic).name())
                .isEqualTo(IntStream.range(0, 2000).mapToObj(i -> "topic_" + i).toList());
        assertThat(all.get(3)).isSameAs(topics.getField("TOPIC_3").get(null));
        assertThat(classes.loadClass("org.example.BigTopics$Names")
                        .getField("TOPIC_3")
                        .get(null))
                .isEqualTo("topic_3");
    }

    @Test
    void textOfTheAuthorCannotBreakOutOfComments() throws Exception {
        GeneratedTopology generated = GeneratedTopology.of("""
                topology: t
                namespace: org.example
                doc: "*/ class Evil {} /* \\\\u002a/ {@link Nowhere} <b> @deprecated $T $L # \\" '"
                records:
                  A: { id: string }
                topics:
                  a: { type: A, key: id, doc: "*/ }}} \\\\u002a/ static { System.exit(1); } /*", deprecated: "use {@code b} */ \\\\u000a" }
                services:
                  s: { doc: "*/ evil", produces: [a] }
                """);

        generated.compile();

        assertThat(generated.file("TTopics.java"))
                .doesNotContain("*/ class Evil")
                .doesNotContain("\\u002a");
    }

    @Test
    void eventTypesOfTwoPackagesAreRefusedWithARemedy() {
        assertThatThrownBy(() -> GeneratedTopology.of("""
                topology: t
                namespace: org.example
                records:
                  A: { id: string }
                  other.B: { id: string }
                topics:
                  both: { type: [A, other.B], key: id }
                """)).isInstanceOf(InvalidTopologyException.class);
    }
}
