package org.openbankmark.topology.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.model.testing.TopologyText;

class FingerprintTest {
    private static final String TOPOLOGY = """
            topology: shop
            namespace: com.example.shop
            types: { Id: uuid, State: { enum: [A, B], default: A } }
            records:
              Order:
                doc: An order.
                fields:
                  id: Id
                  note: { type: string, default: none, doc: Any. }
                  state: State
              Line: { id: Id, text: string? }
            topics:
              orders: { type: Order, key: id, config: { retention.ms: 1, segment.ms: 2 } }
              lines: { type: Line, key: [id], partitions: 2, deadLetter: dead }
            services:
              a: { consumes: [orders, lines] }
              b: { produces: [orders] }
            graphql: { subscriptions: { orders: { filter: [id] } } }
            """;

    @TempDir
    Path folder;

    @Test
    void layoutCommentsAndTheOrderOfKeysDoNotCount() throws Exception {
        String same = """
                # A comment.
                namespace: com.example.shop
                topology: "shop"
                services:
                  b: { produces: orders }
                  a: { consumes: [lines, orders] }
                topics:
                  lines: { deadLetter: dead, partitions: 2, key: id, type: Line }
                  orders:
                    config:
                      segment.ms: 2
                      retention.ms: "1"
                    key: id
                    type: Order
                    replicas: 3
                records:
                  Line: { id: Id, text: { type: string? } }
                  Order:
                    fields:
                      id: Id
                      note: { doc: Any., default: "none", type: string }
                      state: State
                    doc: An order.
                types:
                  State: { default: A, enum: [A, B] }
                  Id: uuid
                graphql: { subscriptions: { orders: { filter: id } } }
                """;

        assertThat(fingerprint(same)).isEqualTo(fingerprint(TOPOLOGY)).matches("[0-9a-f]{64}");
    }

    @Test
    void everyChangeOfMeaningCounts() throws Exception {
        List<String[]> changes = List.of(
                change("topology: shop", "topology: store"),
                change("com.example.shop", "com.example.store"),
                change("namespace:", "doc: A shop.\nnamespace:"),
                change("[A, B]", "[B, A]"),
                change("default: A", "default: B"),
                change("An order", "The order"),
                change("Any.", "All."),
                change("default: none", "default: some"),
                change("string, default", "string, secret: true, default"),
                change("string, default", "string, order: ignore, default"),
                change("string, default", "string, aliases: [remark], default"),
                change("string, default: none", "string"),
                change("text: string?", "text: string"),
                change("id: Id, text: string?", "text: string?, id: Id"),
                change("Line: { id: Id", "Line: { id: uuid"),
                change("retention.ms: 1", "retention.ms: 3"),
                change("segment.ms: 2", "flush.ms: 2"),
                change("partitions: 2", "partitions: 3"),
                change("partitions: 2", "partitions: 2, replicas: 2"),
                change("partitions: 2", "partitions: 2, compatibility: FULL"),
                change("partitions: 2", "partitions: 2, preventDelete: true"),
                change("partitions: 2", "partitions: 2, doc: Lines."),
                change("partitions: 2", "partitions: 2, deprecated: use orders"),
                change("type: Line", "type: [Line]"),
                change("key: [id]", "key: $time"),
                change("key: [id]", "key: none"),
                change("deadLetter: dead", "deadLetter: letters"),
                change("consumes: [orders, lines]", "consumes: [orders]"),
                change("b: { produces", "b: { doc: Sells., produces"),
                change("filter: [id]", "filter: [note]"),
                change("filter: [id] } }", "filter: [id] }, lines: }"));
        Set<String> fingerprints = new HashSet<>(Set.of(fingerprint(TOPOLOGY)));
        for (String[] change : changes) {
            String changed = TOPOLOGY.replace(change[0], change[1]);
            assertThat(changed).isNotEqualTo(TOPOLOGY);
            assertThat(fingerprints.add(fingerprint(changed)))
                    .as("%s → %s", change[0], change[1])
                    .isTrue();
        }
    }

    private static String[] change(String from, String to) {
        return new String[] {from, to};
    }

    private String fingerprint(String yaml) throws Exception {
        return TopologyText.load(folder, yaml).fingerprint();
    }
}
