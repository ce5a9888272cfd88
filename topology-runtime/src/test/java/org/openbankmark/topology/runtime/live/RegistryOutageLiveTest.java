package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.consumer.ConsumerState;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.topic.Topic;

@RealServers
class RegistryOutageLiveTest {

    @Test
    void aRecordOfAnUnknownSchemaWaitsForTheRegistryAndIsNotTakenForUnreadable(
            KafkaCluster kafka, @Own SchemaRegistryServer registry) throws Exception {
        try (LiveTopics topics = new LiveTopics(kafka.bootstrapServers(), registry.url());
                KafkaConnection connection = KafkaConnection.open(topics.settings())) {
            Topic<BalanceChanged> topic = topics.balances(1, true);
            byte[] newer = withNewerSchema(topics, topic, connection);
            List<Long> handled = new CopyOnWriteArrayList<>();
            ConsumerControl consumer = connection.consume(new ConsumerSpec<>(
                    topic,
                    "registry-outage-" + topic,
                    Optional.of(r -> handled.add(r.value().getNewBalance())),
                    Optional.empty(),
                    LiveTest.QUICKLY,
                    topic.deadLetter(),
                    100,
                    Map.of()));
            Await.until("the first is handled", () -> handled.size() == 1);
            registry.kill();
            topics.write(topic.name(), 0, null, newer);
            Await.until("it is retrying", () -> consumer.state() == ConsumerState.RETRYING, consumer::state);
            assertThat(handled).hasSize(1);
            registry.start();
            Await.until("the newer one is handled", () -> handled.size() == 2);
            assertThat(handled).containsExactly(1L, 1L);
            assertThat(consumer.counters().deadLettered()).isZero();
        }
    }

    /** The same fields and one more; the id is that of the newer schema. */
    private static byte[] withNewerSchema(LiveTopics topics, Topic<BalanceChanged> topic, KafkaConnection connection)
            throws Exception {
        connection.sender(topic).send(LiveTest.balance("iban", 1)).get();
        byte[] older = topics.read(topic.name(), 1).get(0).value();
        String schema = BalanceChanged.SCHEMA$.toString();
        Schema newer = new Schema.Parser()
                .parse(schema.substring(0, schema.lastIndexOf(']'))
                        + ",{\"name\":\"added\",\"type\":\"long\",\"default\":0}]}");
        int id = topics.register(topic.name() + "-value", newer);
        byte[] bytes = java.util.Arrays.copyOf(older, older.length + 1);
        ByteBuffer.wrap(bytes).putInt(1, id);
        return bytes;
    }
}
