package org.openbankmark.topology.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.events.Heartbeat;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.settings.Settings;

@RealServers
class OwnSerializerTest {
    @Test
    void aSerializerOfTheUsersIsTheOneThatWrites(KafkaCluster kafka, SchemaRegistryServer registry) throws Exception {
        Settings settings = BankOnServers.prepare(kafka, registry)
                .with("value.serializer", Counting.class.getName())
                .with("auto.register.schemas", "false")
                .with("avro.remove.java.properties", "true");
        try (BankClients clients = BankClients.connect(settings)) {
            int before = Counting.CALLS.get();
            clients.heartbeatProducer().send(new Heartbeat(1L)).get(30, TimeUnit.SECONDS);
            assertThat(Counting.CALLS.get() - before).isEqualTo(1);
        }
    }

    /** The genuine serializer; Kafka makes it by name, so what it counts must be static. */
    public static final class Counting extends KafkaAvroSerializer {
        private static final AtomicInteger CALLS = new AtomicInteger();

        @Override
        public byte[] serialize(String topic, Headers headers, Object record) {
            CALLS.incrementAndGet();
            return super.serialize(topic, headers, record);
        }
    }
}
