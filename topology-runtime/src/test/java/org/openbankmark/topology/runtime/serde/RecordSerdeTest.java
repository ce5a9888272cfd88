package org.openbankmark.topology.runtime.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.runtime.codec.AvroReader;
import org.openbankmark.topology.runtime.codec.AvroWriter;
import org.openbankmark.topology.runtime.codec.MalformedAvroException;
import org.openbankmark.topology.runtime.codec.RecordCodec;
import org.openbankmark.topology.runtime.registry.RegistryUnavailableException;
import org.openbankmark.topology.runtime.registry.SchemaNotRegisteredException;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.sample.BalanceChanged;
import org.openbankmark.topology.runtime.sample.BalanceChangedCodec;
import org.openbankmark.topology.runtime.sample.Transfer;
import org.openbankmark.topology.runtime.sample.TransferCodec;
import org.openbankmark.topology.runtime.topic.Topic;

/** The wire format, other versions of schemas, and records that cannot be read. */
class RecordSerdeTest {
    private static final Topic<Transfer> TRANSFERS =
            Topic.of("transfer", TransferCodec.INSTANCE).build();
    private static final Topic<SpecificRecord> SEVERAL = Topic.<SpecificRecord>ofSeveral(
                    "several", List.of(TransferCodec.INSTANCE, BalanceChangedCodec.INSTANCE))
            .build();
    private static final UUID ID = new UUID(0x0123456789ABCDEFL, 0xFEDCBA9876543210L);
    private static final Instant AT = Instant.parse("1969-12-31T23:59:59.999999Z");

    private final MockSchemaRegistryClient client = new MockSchemaRegistryClient();
    private final ConfluentRegistry registry = new ConfluentRegistry(client);

    @BeforeEach
    void register() throws Exception {
        client.register("transfer-value", new AvroSchema(Transfer.SCHEMA$));
        client.register("several-org.openbankmark.topology.runtime.sample.Transfer", new AvroSchema(Transfer.SCHEMA$));
        client.register(
                "several-org.openbankmark.topology.runtime.sample.BalanceChanged",
                new AvroSchema(BalanceChanged.SCHEMA$));
    }

    private static Transfer transfer(Transfer parent) {
        return new Transfer(ID, new BigDecimal("-12.30"), AT, 7, "é😀", List.of(1L, -1L), parent);
    }

    /** The schema text of the latest version with changes, in the given order. */
    private static Schema writer(String... replacements) {
        String text = Transfer.SCHEMA$.toString();
        for (int i = 0; i < replacements.length; i += 2) {
            assertThat(text).contains(replacements[i]);
            text = text.replace(replacements[i], replacements[i + 1]);
        }
        return new Schema.Parser().parse(text);
    }

    private byte[] written(GenericRecord record) throws Exception {
        int id = client.register("writers", new AvroSchema(record.getSchema()));
        KafkaAvroSerializer serializer = new KafkaAvroSerializer(client);
        serializer.configure(
                Map.of("schema.registry.url", "mock://here", "avro.use.logical.type.converters", true), false);
        byte[] bytes = serializer.serialize("writers", record);
        assertThat(bytes[4]).isEqualTo((byte) id);
        return bytes;
    }

    private Transfer read(byte[] bytes) {
        return RecordDeserializer.of(TRANSFERS, registry).deserialize("transfer", bytes);
    }

    @Test
    void recordsComeBackEqualAndNullStaysNull() {
        RecordSerializer<Transfer> serializer = RecordSerializer.of(TRANSFERS, registry);
        Transfer record = transfer(transfer(null));

        assertThat(read(serializer.serialize("transfer", record))).isEqualTo(record);
        assertThat(serializer.serialize("transfer", null)).isNull();
        assertThat(read(null)).isNull();
    }

    @Test
    void anOlderWritersRecordGetsTheDefaultsAndPromotions() throws Exception {
        Schema older = writer(
                "{\"name\":\"count\",\"type\":\"long\"}", "{\"name\":\"count\",\"type\":\"int\"}",
                ",{\"name\":\"lines\",\"type\":{\"type\":\"array\",\"items\":\"long\"},\"default\":[]}", "");
        GenericRecord record = new GenericData.Record(older);
        record.put("id", ID);
        record.put("amount", new BigDecimal("-12.30"));
        record.put("at", AT);
        record.put("count", 7);
        record.put("note", "é😀");

        assertThat(read(written(record)))
                .isEqualTo(new Transfer(ID, new BigDecimal("-12.30"), AT, 7, "é😀", List.of(), null));
    }

    @Test
    void aNewerWritersFieldsAreSkippedAndItsNameMayBeAnAlias() throws Exception {
        Schema newer = writer(
                "\"name\":\"Transfer\",\"namespace\":\"org.openbankmark.topology.runtime.sample\"",
                        "\"name\":\"Payment\",\"namespace\":\"old\"",
                "[\"null\",\"Transfer\"]", "[\"null\",\"Payment\"]",
                ",\"aliases\":[\"old.Payment\"]", "",
                "{\"name\":\"count\"",
                        "{\"name\":\"extra\",\"type\":{\"type\":\"map\",\"values\":\"string\"}},{\"name\":\"count\"");
        GenericRecord record = new GenericData.Record(newer);
        record.put("id", ID);
        record.put("amount", new BigDecimal("0.01"));
        record.put("at", AT);
        record.put("extra", Map.of("k", "v"));
        record.put("count", 9L);
        record.put("lines", List.of(3L));

        assertThat(read(written(record)))
                .isEqualTo(new Transfer(ID, new BigDecimal("0.01"), AT, 9, null, List.of(3L), null));
    }

    @Test
    void aDecimalOfAnotherScaleAndATimeOfAnotherUnitAreUnreadableAndNotReadWrong() throws Exception {
        byte[] ours = RecordSerializer.of(TRANSFERS, registry).serialize("transfer", transfer(null));
        Schema sameBytes = writer("\"scale\":2", "\"scale\":4");
        Schema resolved = writer(
                "timestamp-micros",
                "timestamp-millis",
                "{\"name\":\"count\",\"type\":\"long\"}",
                "{\"name\":\"count\",\"type\":\"int\"}");

        ours[4] = (byte) client.register("writers", new AvroSchema(sameBytes));
        assertThatThrownBy(() -> read(ours))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("field amount: a decimal of scale 4 is read with scale 2")
                .hasMessageContaining("which would give another value");
        ours[4] = (byte) client.register("writers", new AvroSchema(resolved));
        assertThatThrownBy(() -> read(ours))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("field at: timestamp-millis is read as timestamp-micros");
    }

    @Test
    void theWritersSchemaIsFetchedOnce() throws Exception {
        Schema documented = writer("\"fields\":[", "\"doc\":\"another version with the same bytes\",\"fields\":[");
        int id = client.register("writers", new AvroSchema(documented));
        byte[] bytes = RecordSerializer.of(TRANSFERS, registry).serialize("transfer", transfer(null));
        bytes[4] = (byte) id;
        AtomicInteger fetched = new AtomicInteger();
        RecordDeserializer<Transfer> deserializer = RecordDeserializer.of(TRANSFERS, new CountingRegistry(fetched));

        for (int i = 0; i < 3; i++) {
            assertThat(deserializer.deserialize("transfer", bytes)).isEqualTo(transfer(null));
        }
        assertThat(fetched).hasValue(1);
    }

    @Test
    void eachTypeOfATopicOfSeveralIsReadAsItself() {
        RecordSerializer<SpecificRecord> serializer = RecordSerializer.of(SEVERAL, registry);
        RecordDeserializer<SpecificRecord> deserializer = RecordDeserializer.of(SEVERAL, registry);
        for (SpecificRecord record : List.of(transfer(null), BalanceChanged.example())) {
            assertThat(deserializer.deserialize("several", serializer.serialize("several", record)))
                    .isEqualTo(record);
        }
    }

    @Test
    void aTypesOwnNameComesBeforeAnothersAlias() {
        assertThat(Transfer.SCHEMA$.getAliases()).containsExactly("old.Payment");
        Schema payment = new Schema.Parser()
                .parse(BalanceChanged.SCHEMA$
                        .toString()
                        .replace(
                                "\"BalanceChanged\",\"namespace\":\"" + BalanceChanged.SCHEMA$.getNamespace() + "\"",
                                "\"Payment\",\"namespace\":\"old\""));
        RegisteredType<?> transfer = new RegisteredType<>(1, TransferCodec.INSTANCE);
        RegisteredType<?> own = new RegisteredType<>(2, new PaymentCodec(payment));
        SchemaRegistry writers = new FixedRegistry(payment);

        for (List<RegisteredType<?>> types : List.of(List.of(transfer, own), List.of(own, transfer))) {
            assertThat(new WriterSchemas(SEVERAL, types, writers).readerOf(3)).isSameAs(own);
        }
    }

    @Test
    void aTypeThatTheTopicDoesNotHaveIsUnreadable() {
        byte[] bytes = RecordSerializer.of(SEVERAL, registry).serialize("several", BalanceChanged.example());

        assertThatThrownBy(() -> read(bytes))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("is a org.openbankmark.topology.runtime.sample.BalanceChanged (schema id ")
                .hasMessageContaining("but the topic has [org.openbankmark.topology.runtime.sample.Transfer]");
    }

    @Test
    void whatIsNotTheWireFormatIsUnreadable() {
        for (byte[] bytes : List.of(new byte[0], new byte[4], new byte[] {0x7B, 0, 0, 0, 0, 0})) {
            assertThatThrownBy(() -> read(bytes))
                    .isInstanceOf(UnreadableRecordException.class)
                    .hasMessageContaining("a record of topic transfer does not start with a zero byte and a schema id");
        }
        assertThatThrownBy(() -> read(new byte[] {0, 0, 0, 99, 99}))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("names schema id 25443, which the registry does not have");
    }

    @Test
    void truncatedBytesAndBytesAfterTheRecordAreUnreadable() throws Exception {
        byte[] ours = RecordSerializer.of(TRANSFERS, registry).serialize("transfer", transfer(null));
        Schema newer = writer("{\"name\":\"count\",\"type\":\"long\"}", "{\"name\":\"count\",\"type\":\"int\"}");
        byte[] others = ours.clone();
        others[4] = (byte) client.register("writers", new AvroSchema(newer));
        assertThat(read(others)).isEqualTo(transfer(null));

        for (byte[] whole : List.of(ours, others)) {
            for (int length = 5; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> read(cut)).isInstanceOf(UnreadableRecordException.class);
            }
            assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1)))
                    .isInstanceOf(UnreadableRecordException.class)
                    .hasMessageContaining("follow the record");
        }
        assertThatThrownBy(() -> read(Arrays.copyOf(ours, 10))).hasCauseInstanceOf(MalformedAvroException.class);
    }

    @Test
    void recordsNestedWithoutEndAreUnreadableWhicheverReaderMeetsThem() throws Exception {
        byte[] one = RecordSerializer.of(TRANSFERS, registry).serialize("transfer", transfer(null));
        int fields = one.length - 6; // without header and the last union's branch
        byte[] endless = new byte[5 + 100_000 * (fields + 1)];
        System.arraycopy(one, 0, endless, 0, 5);
        for (int at = 5; at < endless.length; at += fields + 1) {
            System.arraycopy(one, 5, endless, at, fields);
            endless[at + fields] = 2;
        }
        assertThatThrownBy(() -> read(endless))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("512 levels");

        endless[4] = (byte) client.register(
                "writers",
                new AvroSchema(
                        writer("{\"name\":\"count\",\"type\":\"long\"}", "{\"name\":\"count\",\"type\":\"int\"}")));
        assertThatThrownBy(() -> read(endless)).isInstanceOf(UnreadableRecordException.class);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNotTheRecordsFault() throws Exception {
        Schema other = writer("\"fields\":[", "\"doc\":\"x\",\"fields\":[");
        int id = client.register("writers", new AvroSchema(other));
        byte[] bytes = RecordSerializer.of(TRANSFERS, registry).serialize("transfer", transfer(null));
        bytes[4] = (byte) id;
        FailingRegistry failing = new FailingRegistry();
        RecordDeserializer<Transfer> deserializer = RecordDeserializer.of(TRANSFERS, failing);

        assertThatThrownBy(() -> deserializer.deserialize("transfer", bytes))
                .isInstanceOf(WriterSchemaUnavailableException.class)
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("could not be fetched: it is down");
        failing.works = true;
        assertThat(deserializer.deserialize("transfer", bytes)).isEqualTo(transfer(null));
    }

    @Test
    void aTopicWithoutItsSchemaCannotBeServed() {
        Topic<Transfer> unknown = Topic.of("unknown", TransferCodec.INSTANCE).build();

        assertThatThrownBy(() -> RecordSerializer.of(unknown, registry))
                .isInstanceOf(SchemaNotRegisteredException.class)
                .hasMessageContaining("unknown-value");
        assertThatThrownBy(() -> RecordDeserializer.of(unknown, registry))
                .isInstanceOf(SchemaNotRegisteredException.class);
    }

    @Test
    void aRecordThatCannotBeWrittenSaysWhy() {
        RecordSerializer<Transfer> serializer = RecordSerializer.of(TRANSFERS, registry);
        Transfer tooFine = new Transfer(ID, new BigDecimal("0.001"), AT, 1, null, List.of(), null);
        Transfer without = new Transfer(null, BigDecimal.ONE, AT, 1, null, List.of(), null);

        assertThatThrownBy(() -> serializer.serialize("transfer", tooFine))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining(
                        "Transfer cannot be written to topic transfer: Transfer.amount: a decimal with 3 digits");
        assertThatThrownBy(() -> serializer.serialize("transfer", without)).hasMessageContaining("Transfer.id is null");
        assertThat(read(serializer.serialize("transfer", transfer(null)))).isEqualTo(transfer(null));
    }

    @Test
    void aLargeRecordIsWrittenWholeAndItsBufferNotKept() {
        RecordSerializer<Transfer> serializer = RecordSerializer.of(TRANSFERS, registry);
        Transfer large = new Transfer(ID, BigDecimal.ONE.setScale(2), AT, 1, "x".repeat(5 << 20), List.of(), null);

        assertThat(read(serializer.serialize("transfer", large))).isEqualTo(large);
        assertThat(serializer.keptBytes()).isLessThanOrEqualTo(1 << 20);
    }

    /** For a record that looks like {@link BalanceChanged} and is called by a former name of {@link Transfer}. */
    private static final class PaymentCodec extends RecordCodec<BalanceChanged> {
        PaymentCodec(Schema schema) {
            super(BalanceChanged.class, schema);
        }

        @Override
        public void write(BalanceChanged record, AvroWriter out) {
            BalanceChangedCodec.INSTANCE.write(record, out);
        }

        @Override
        public BalanceChanged read(AvroReader in) {
            return BalanceChangedCodec.INSTANCE.read(in);
        }
    }

    /** All schemas are one. */
    private record FixedRegistry(Schema schema) implements SchemaRegistry {
        @Override
        public int idOf(String subject, Schema schema) {
            return 1;
        }

        @Override
        public Schema schemaOf(int id) {
            return schema;
        }

        @Override
        public void close() {}
    }

    /** Counts fetches. */
    private final class CountingRegistry implements SchemaRegistry {
        private final AtomicInteger fetched;

        CountingRegistry(AtomicInteger fetched) {
            this.fetched = fetched;
        }

        @Override
        public int idOf(String subject, Schema schema) {
            return registry.idOf(subject, schema);
        }

        @Override
        public Schema schemaOf(int id) {
            fetched.incrementAndGet();
            return registry.schemaOf(id);
        }

        @Override
        public void close() {}
    }

    /** Fails to give schemas until it works. */
    private final class FailingRegistry implements SchemaRegistry {
        private volatile boolean works;

        @Override
        public int idOf(String subject, Schema schema) {
            return registry.idOf(subject, schema);
        }

        @Override
        public Schema schemaOf(int id) {
            if (!works) {
                throw new RegistryUnavailableException("it is down", new IOException());
            }
            return registry.schemaOf(id);
        }

        @Override
        public void close() {}
    }
}
