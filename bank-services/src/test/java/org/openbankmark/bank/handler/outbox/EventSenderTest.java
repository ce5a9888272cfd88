package org.openbankmark.bank.handler.outbox;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.handler.BankTopicsOnServers;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.settings.Settings;

@RealServers
class EventSenderTest {

    @Test
    void aBatchIsWaitedForOnceAndNotForEachOfItsEvents(@Own KafkaCluster kafka, SchemaRegistryServer registry)
            throws Exception {
        BankTopicsOnServers.make(kafka.bootstrapServers(), registry.url());
        Settings settings = Settings.of(Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "schema.registry.url",
                registry.url(),
                "max.block.ms",
                "3000"));
        SpecificRecord event = new BalanceChanged("NL66OPEN0000000000", 1L, 1, "cash", "test", 1L, UUID.randomUUID());
        SealedBatch batch = new SealedBatch(1, List.of(EventJson.write(Collections.nCopies(3, event))));
        try (EventSender sender = EventSender.open(settings, HttpSchemaRegistry.open(settings))) {
            // Its producer has not sent anything yet, and so has to ask where the topic's partitions are.
            kafka.broker(1).kill();
            assertThatThrownBy(() -> sender.begin(batch))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not taken more than 1 of the 3 events")
                    .hasMessageContaining("within 3000 ms");
        }
    }
}
