package org.openbankmark.topology.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BankClients;
import org.openbankmark.bank.local.junit.Own;
import org.openbankmark.bank.local.junit.RealServers;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.consumer.Received;

/** Three versions of a record in one registry: a client generated from the middle one reads what all of them wrote. */
@RealServers
class SchemaVersionsTest {
    private static final String SUBJECT = "balance_changed-value";

    @Test
    void recordsOfOlderAndNewerWritersAreResolved(@Own KafkaCluster kafka, @Own SchemaRegistryServer registry)
            throws Exception {
        String own = BankOnServers.schemaFile(BalanceChanged.getClassSchema().getFullName());
        // Before: amounts were ints. After: a field was added, with a default for readers of older records.
        String older = own.replace("\"long\"", "\"int\"");
        String newer = withField(own, "event_id", Schema.Type.LONG, -1L);
        BankOnServers.createTopics(kafka);
        BankOnServers.register(registry, SUBJECT, older);
        BankOnServers.register(registry, SUBJECT, own);
        BankOnServers.register(registry, SUBJECT, newer);

        String iban = "versions-" + UUID.randomUUID();
        GenuineClients genuine = new GenuineClients(kafka.bootstrapServers(), registry.url());
        BlockingQueue<Received<BalanceChanged>> received = new LinkedBlockingQueue<>();
        try (BankClients clients =
                        BankClients.connect(BankOnServers.settings(kafka.bootstrapServers(), registry.url()));
                var consumer = clients.balanceChangedConsumer()
                        .group(iban)
                        .setting("auto.offset.reset", "earliest")
                        .handler(record -> {
                            if (record.value().getIban().equals(iban)) {
                                received.add(record);
                            }
                        })
                        .start()) {
            genuine.send(
                    "balance_changed",
                    record(older, iban)
                            .set("new_balance", 7)
                            .set("changed_by", -7)
                            .build());
            genuine.send(
                    "balance_changed",
                    record(newer, iban)
                            .set("new_balance", 8L)
                            .set("changed_by", -8L)
                            .build());
            clients.balanceChangedProducer().send(new BalanceChanged(iban, 9L, -9L, "cash", "own", 0L, null));

            List<BalanceChanged> values = new ArrayList<>();
            while (values.size() < 3) {
                Received<BalanceChanged> next = received.poll(30, TimeUnit.SECONDS);
                assertThat(next)
                        .as("a record; the consumer: %s", consumer.failure())
                        .isNotNull();
                values.add(next.value());
            }
            assertThat(values)
                    .containsExactlyInAnyOrder(
                            new BalanceChanged(iban, 7L, -7L, "cash", "generic", 0L, null),
                            new BalanceChanged(iban, 8L, -8L, "cash", "generic", 0L, null),
                            new BalanceChanged(iban, 9L, -9L, "cash", "own", 0L, null));
        }
    }

    private static String withField(String schema, String name, Schema.Type type, Object byDefault) {
        Schema old = new Schema.Parser().parse(schema);
        List<Schema.Field> fields = new ArrayList<>();
        old.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        fields.add(new Schema.Field(name, Schema.create(type), null, byDefault));
        return Schema.createRecord(old.getName(), old.getDoc(), old.getNamespace(), false, fields)
                .toString();
    }

    private static GenericRecordBuilder record(String schema, String iban) {
        return new GenericRecordBuilder(new Schema.Parser().parse(schema))
                .set("iban", iban)
                .set("from_to", "cash")
                .set("description", "generic");
    }
}
