package org.openbankmark.topology.bench.clients;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.topology.runtime.registry.HttpSchemaRegistry;
import org.openbankmark.topology.runtime.serde.RecordSerializer;
import org.openbankmark.topology.runtime.settings.Settings;

/**
 * The same messages as records and as bytes, of a thousand accounts.
 *
 * @param ibans the keys as text
 * @param keys as Kafka's StringSerializer makes them
 * @param values as the generated producer makes them
 */
record Messages(List<BalanceChanged> records, List<String> ibans, List<byte[]> keys, List<byte[]> values) {
    private static final int COUNT = 1_000;

    static Messages make(Settings settings) {
        Random random = new Random(7);
        List<BalanceChanged> records = new ArrayList<>();
        List<String> ibans = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        List<byte[]> values = new ArrayList<>();
        RecordSerializer<BalanceChanged> serializer =
                RecordSerializer.of(BankTopics.BALANCE_CHANGED, HttpSchemaRegistry.open(settings));
        for (int i = 0; i < COUNT; i++) {
            String iban = "NL80OPEN" + (1_000_000_000L + i);
            BalanceChanged record = new BalanceChanged(
                    iban,
                    random.nextInt(100_000_000),
                    random.nextInt(100_000) - 50_000,
                    "NL80OPEN" + (1_000_000_000L + random.nextInt(COUNT)),
                    "transfer 2026-01-01T00:00:00",
                    i,
                    new UUID(random.nextLong(), random.nextLong()));
            records.add(record);
            ibans.add(iban);
            keys.add(iban.getBytes(StandardCharsets.UTF_8));
            values.add(serializer.serialize(BankTopics.Names.BALANCE_CHANGED, record));
        }
        return new Messages(records, ibans, keys, values);
    }

    int count() {
        return COUNT;
    }

    int bytes() {
        return values.stream().mapToInt(value -> value.length).sum() / COUNT;
    }
}
