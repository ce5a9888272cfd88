package org.openbankmark.topology.generator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbankmark.topology.generator.record.GeneratedSchemas.Generated;
import org.openbankmark.topology.generator.testing.SchemaModel;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.runtime.registry.SchemaRegistry;
import org.openbankmark.topology.runtime.serde.RecordDeserializer;
import org.openbankmark.topology.runtime.serde.UnreadableRecordException;
import org.openbankmark.topology.runtime.topic.Topic;

/** Records of older and newer writers, read through the runtime's deserializer as Avro resolves them. */
class EvolutionAgainstAvroTest {
    private static final String READER = """
            {"type":"record","name":"Payment","namespace":"org.example.pay","aliases":["OldPayment"],"fields":[
              {"name":"id","type":{"type":"fixed","name":"Id","size":16,"logicalType":"uuid"}},
              {"name":"amount","type":"long"},
              {"name":"ratio","type":"double","default":1.5},
              {"name":"note","type":["null","string"],"default":null},
              {"name":"state","type":{"type":"enum","name":"State","symbols":["NEW","DONE","UNKNOWN"],
                "default":"UNKNOWN"},"default":"NEW"},
              {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
                {"name":"article","type":"string"},{"name":"count","type":"int","default":1}]}},"default":[]},
              {"name":"labels","type":{"type":"map","values":"string"},"default":{"a":"b"}},
              {"name":"total","type":{"type":"bytes","logicalType":"decimal","precision":9,"scale":2},"default":"\\u0001"},
              {"name":"when","type":{"type":"long","logicalType":"timestamp-millis"},"default":5},
              {"name":"renamed","aliases":["former"],"type":"string","default":"none"}]}""";

    /** Each a writer's fields, older or newer than the reader's. */
    private static final Map<String, String> WRITERS = Map.of(
            "older, without what has defaults",
            """
            {"name":"amount","type":"int"},
            {"name":"id","type":{"type":"fixed","name":"Id","size":16,"logicalType":"uuid"}}""",
            "newer, with more fields and symbols, in another order",
            """
            {"name":"more","type":{"type":"map","values":["null","long"]}},
            {"name":"state","type":{"type":"enum","name":"State","symbols":["LATER","DONE","NEW"]}},
            {"name":"lines","type":{"type":"array","items":{"type":"record","name":"Line","fields":[
              {"name":"extra","type":"bytes"},{"name":"article","type":"string"}]}}},
            {"name":"id","type":{"type":"fixed","name":"Id","size":16,"logicalType":"uuid"}},
            {"name":"amount","type":"long"},{"name":"note","type":"string"}""",
            "with a field's former name, promoted numbers and unions",
            """
            {"name":"id","type":{"type":"fixed","name":"Id","size":16,"logicalType":"uuid"}},
            {"name":"amount","type":["int","long"]},{"name":"ratio","type":"float"},
            {"name":"former","type":"string"},{"name":"when","type":"long"},
            {"name":"note","type":["string","null"]}""");

    @Test
    void readsWhatOtherVersionsWroteAsAvroDoes() throws Exception {
        SchemaModel model = new SchemaModel();
        Schema reader = model.record(READER).schema();
        Generated generated = GeneratedSchemas.compile(model).stream()
                .filter(each -> each.schema().equals(reader))
                .findFirst()
                .orElseThrow();
        Random random = new Random(3);
        for (Map.Entry<String, String> entry : WRITERS.entrySet()) {
            for (String name : new String[] {"Payment", "OldPayment"}) {
                Schema writer = new Schema.Parser()
                        .parse("{\"type\":\"record\",\"name\":\"" + name
                                + "\",\"namespace\":\"org.example.pay\",\"fields\":[" + entry.getValue() + "]}");
                RecordDeserializer<SpecificRecord> deserializer = RecordDeserializer.of(
                        Topic.of("payments", generated.codec()).build(), registry(writer));
                for (int i = 0; i < 50; i++) {
                    byte[] bytes = AvroBytes.generic(new RandomData(random).record(writer, 0));
                    SpecificRecord expected = AvroBytes.read(bytes, writer, generated.codec());
                    assertThat(deserializer.deserialize("payments", message(2, bytes)))
                            .as(entry.getKey())
                            .isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void refusesAWriterThatCannotBeResolved() {
        SchemaModel model = new SchemaModel();
        model.record("{\"type\":\"record\",\"name\":\"A\",\"namespace\":\"org.example\",\"fields\":["
                + "{\"name\":\"x\",\"type\":\"long\"}]}");
        Generated generated = GeneratedSchemas.compile(model).get(0);
        Schema writer = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"A\",\"namespace\":\"org.example\",\"fields\":[]}");
        RecordDeserializer<SpecificRecord> deserializer =
                RecordDeserializer.of(Topic.of("as", generated.codec()).build(), registry(writer));
        assertThatThrownBy(() -> deserializer.deserialize("as", message(2, new byte[0])))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("x");
    }

    @Test
    void readsADecimalOnAFixedOfAnImportedSchemaBesideAnother(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("price.avsc"), """
                {"type":"fixed","name":"Price","namespace":"org.example.money","size":6,
                 "logicalType":"decimal","precision":12,"scale":2}""");
        Path file = Files.writeString(folder.resolve("topology.yaml"), """
                topology: pay
                namespace: org.example.pay
                schemas: [price.avsc]
                records:
                  Bill: { price: Price, tax: "decimal(9,2)", prices: "Price[]", note: string? }
                """);
        SchemaModel model = SchemaModel.of(TopologyLoader.load(file, Optional.empty()));
        Generated generated = GeneratedSchemas.compile(model).get(0);
        Schema writer = new Schema.Parser()
                .parse(generated
                        .schema()
                        .toString()
                        .replace(",{\"name\":\"note\",\"type\":[\"null\",\"string\"],\"default\":null}", ""));
        assertThat(writer.getFields()).hasSize(3);
        RecordDeserializer<SpecificRecord> deserializer = deserializer(generated, writer);
        Random random = new Random(3);
        for (int i = 0; i < 50; i++) {
            byte[] bytes = AvroBytes.generic(new RandomData(random).record(writer, 0));
            SpecificRecord read = deserializer.deserialize("topic", message(2, bytes));
            assertThat(read).isEqualTo(AvroBytes.read(bytes, writer, generated.codec()));
            assertThat(read.get(0)).isInstanceOf(BigDecimal.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "false"})
    void stringsStayStringsWhereAnImportedSchemaNamesClassesForThem(String fastRead) throws Exception {
        SchemaModel model = new SchemaModel();
        Schema reader = model.record("""
                        {"type":"record","name":"Prices","namespace":"org.example.reflect","fields":[
                          {"name":"list","type":{"type":"array","items":{"type":"string","java-class":"java.math.BigDecimal"}}},
                          {"name":"map","type":{"type":"map","values":{"type":"string","java-class":"java.util.Scanner"},
                            "java-key-class":"java.math.BigDecimal"}},
                          {"name":"union","type":["long",{"type":"string","java-class":"java.math.BigInteger"}]},
                          {"name":"more","type":{"type":"array","items":{"type":"string","java-class":"java.math.BigDecimal"}},
                            "default":["1.50"]}]}""").schema();
        Generated generated = GeneratedSchemas.compile(model).get(0);
        Schema writer = new Schema.Parser().parse("""
                {"type":"record","name":"Prices","namespace":"org.example.reflect","fields":[
                  {"name":"list","type":{"type":"array","items":"string"}},
                  {"name":"map","type":{"type":"map","values":"string"}},
                  {"name":"union","type":["long","string"]}]}""");
        GenericData.Record record = new GenericData.Record(writer);
        record.put("list", List.of("1.50"));
        record.put("map", Map.of("2.50", "x"));
        record.put("union", "7");
        byte[] message = message(2, AvroBytes.generic(record));
        assertThat(reader.getField("more").schema().getElementType().getProp("java-class"))
                .isEqualTo("java.math.BigDecimal");

        String before = System.setProperty("org.apache.avro.fastread", fastRead);
        try {
            SpecificRecord read = deserializer(generated, writer).deserialize("topic", message);
            assertThat(read.get(0)).isEqualTo(List.of("1.50"));
            assertThat(read.get(1)).isEqualTo(Map.of("2.50", "x"));
            assertThat(read.get(2)).isEqualTo("7");
            assertThat(read.get(3)).isEqualTo(List.of("1.50"));
        } finally {
            if (before == null) {
                System.clearProperty("org.apache.avro.fastread");
            } else {
                System.setProperty("org.apache.avro.fastread", before);
            }
        }
    }

    private static RecordDeserializer<SpecificRecord> deserializer(Generated generated, Schema writer) {
        return RecordDeserializer.of(Topic.of("topic", generated.codec()).build(), registry(writer));
    }

    private static byte[] message(int id, byte[] bytes) {
        return ByteBuffer.allocate(5 + bytes.length)
                .put((byte) 0)
                .putInt(id)
                .put(bytes)
                .array();
    }

    /** Ours has id 1, the other writer's 2. */
    private static SchemaRegistry registry(Schema writer) {
        return new SchemaRegistry() {
            @Override
            public int idOf(String subject, Schema schema) {
                return 1;
            }

            @Override
            public Schema schemaOf(int id) {
                return writer;
            }

            @Override
            public void close() {}
        };
    }
}
