package org.openbankmark.topology.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.client.KafkaConnection;
import org.openbankmark.topology.runtime.consumer.ConsumerControl;
import org.openbankmark.topology.runtime.consumer.Received;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.runtime.topic.Topic;

class UsersSerializerLiveTest extends LiveTest {

    @Test
    void confluentsTakeThePlaceOfOursOnBothSidesAndWriteTheSameBytes() throws Exception {
        Topic<BalanceChanged> topic = topics.balances(1, true);
        Settings settings = topics.settings()
                .with("value.serializer", "io.confluent.kafka.serializers.KafkaAvroSerializer")
                .with("value.deserializer", "io.confluent.kafka.serializers.KafkaAvroDeserializer");
        try (KafkaConnection confluent = KafkaConnection.open(settings)) {
            connection.sender(topic).send(balance("iban", 1)).get();
            confluent.sender(topic).send(balance("iban", 1)).get();
            topics.write(topic.name(), 0, null, new byte[] {0, 0, 0, 0, 1, 2});
            List<Received<BalanceChanged>> received = new CopyOnWriteArrayList<>();
            ConsumerControl consumer = confluent.consume(records(topic, received::add));
            Await.until(
                    "the unreadable is dead-lettered", () -> consumer.counters().deadLettered() == 1);
            assertThat(received).extracting(Received::value).containsExactly(balance("iban", 1), balance("iban", 1));
            List<byte[]> bytes =
                    topics.read(topic.name(), 3).stream().map(r -> r.value()).toList();
            assertThat(bytes.get(1)).isEqualTo(bytes.get(0));
        }
    }
}
