package org.openbankmark.topology.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.testing.Cases;
import org.openbankmark.topology.model.testing.CpuTime;
import org.openbankmark.topology.model.testing.TopologyText;
import org.openbankmark.topology.model.type.FixedType;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.MapType;
import org.openbankmark.topology.model.type.NamedType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;

/** Existing Avro is taken in as it is. */
class SchemaFilesTest {

    @TempDir
    Path folder;

    @Test
    void propertiesLogicalTypesAndSecretsAreKept() throws Exception {
        Map<String, NamedType> types = TopologyLoader.load(Cases.good("imports"), Optional.empty()).types().stream()
                .collect(Collectors.toMap(NamedType::fullName, type -> type));
        RecordType payment = (RecordType) types.get("com.example.avro.Payment");

        assertThat(payment.schema().getProp("owner")).isEqualTo("team-pay");
        assertThat(payment.schema().getField("money").getObjectProp("pii")).isEqualTo(Map.of("level", 2));
        assertThat(payment.field("token").orElseThrow().secret()).isTrue();
        assertThat(payment.field("id").orElseThrow().type()).isInstanceOfSatisfying(LogicalType.class, id -> {
            assertThat(id.kind()).isEqualTo(LogicalKind.UUID);
            assertThat(id.base()).isEqualTo(PrimitiveType.STRING);
        });
        assertThat(payment.field("nanos").orElseThrow().type()).isEqualTo(PrimitiveType.LONG);
        RecordType money = (RecordType) types.get("com.example.money.Money");
        assertThat(money.field("amount").orElseThrow().type()).isInstanceOfSatisfying(LogicalType.class, amount -> {
            assertThat(amount.precision()).isEqualTo(20);
            assertThat(amount.scale()).isEqualTo(2);
            assertThat(((FixedType) amount.base()).schema().getLogicalType()).isNull();
        });
        assertThat(types.get("com.example.money.Amount").schema().getLogicalType())
                .isNotNull();
    }

    @Test
    void aFixedWithALogicalTypeIsThatTypeByWhateverNameARecordUsesIt() throws Exception {
        Files.writeString(folder.resolve("price.avsc"), """
                {"type": "fixed", "name": "Price", "namespace": "com.example.money", "size": 8,
                 "logicalType": "decimal", "precision": 12, "scale": 2, "owner": "team-pay"}
                """);
        Files.writeString(folder.resolve("common.yaml"), """
                namespace: com.example.common
                types: { Id: uuid, Token: { type: uuid, secret: true } }
                """);
        Topology topology = TopologyText.load(folder, """
                topology: a
                namespace: com.example
                import: [common.yaml]
                schemas: [price.avsc]
                records:
                  Order:
                    fields:
                      id: com.example.common.Id
                      token: com.example.common.Token
                      price: { type: Price, default: 12.50 }
                      all: map<com.example.money.Price>
                topics:
                  orders: { type: Order, key: [id, price] }
                """);
        RecordType order = topology.topic("orders").orElseThrow().types().get(0);

        assertThat(order.field("id").orElseThrow().type()).isInstanceOfSatisfying(LogicalType.class, id -> {
            assertThat(id.kind()).isEqualTo(LogicalKind.UUID);
            assertThat(id.base().schema().getLogicalType()).isNull();
        });
        assertThat(order.field("token").orElseThrow().secret()).isTrue();
        assertThat(order.field("price").orElseThrow().type()).isInstanceOfSatisfying(LogicalType.class, price -> {
            assertThat(price.scale()).isEqualTo(2);
            assertThat(((FixedType) price.base()).schema().getProp("owner")).isEqualTo("team-pay");
            assertThat(price.base().schema().getLogicalType()).isNull();
        });
        assertThat(order.schema().getField("price").defaultVal()).isEqualTo(new byte[] {0, 0, 0, 0, 0, 0, 4, -30});
        assertThat(order.field("all").orElseThrow().type())
                .isInstanceOfSatisfying(
                        MapType.class, all -> assertThat(all.value()).isInstanceOf(LogicalType.class));
    }

    @Test
    void filesMayUseOneAnotherInACircleAndInAnyOrder() throws Exception {
        for (int i = 0; i < 50; i++) {
            String json = """
                    {"type": "record", "name": "R%d", "namespace": "com.example.ring", "fields": [
                     {"name": "next", "type": ["null", "R%d"], "default": null},
                     {"name": "list", "type": {"type": "array", "items": "R%d"}}]}
                    """.formatted(i, (i + 1) % 50, (i * 7) % 50);
            Files.writeString(folder.resolve("r" + i + ".avsc"), json);
        }
        Topology topology = TopologyText.load(
                folder, "topology: ring\nnamespace: com.example\nschemas: ['*.avsc']\ntopics: { r: { type: R7 } }\n");

        assertThat(topology.types()).hasSize(50);
        for (NamedType type : topology.types()) {
            assertThat(new Schema.Parser().parse(type.schema().toString())).isEqualTo(type.schema());
        }
    }

    @Test
    void aDefaultOfAUnionsFirstBranchIsTakenWhereALaterOneLeadsBack() throws Exception {
        Files.writeString(folder.resolve("branch.avsc"), """
                {"type": "record", "name": "Branch", "namespace": "com.example.tree", "fields": [
                 {"name": "left", "default": {"value": 7}, "type": [
                  {"type": "record", "name": "Leaf", "fields": [{"name": "value", "type": "int"}]}, "Branch"]},
                 {"name": "names", "default": {}, "type": [{"type": "map", "values": "string"}, "Branch"]}]}
                """);
        Topology topology = TopologyText.load(
                folder,
                "topology: tree\nnamespace: com.example\nschemas: [branch.avsc]\ntopics: { t: { type: Branch } }\n");
        Schema branch = topology.topic("t").orElseThrow().types().get(0).schema();

        assertThat(branch.getField("left").defaultVal()).isEqualTo(Map.of("value", 7));
        assertThat(branch.getField("names").defaultVal()).isEqualTo(Map.of());
        assertThat(new Schema.Parser().parse(branch.toString())).isEqualTo(branch);
    }

    @Test
    void aPatternLooksNoDeeperThanItSays() throws Exception {
        write("one.avsc", "One");
        write("target/classes/two.avsc", "Two");
        write("avro/in/three.avsc", "Three");
        write("avro/in/deep/four.avsc", "Four");

        Topology topology = TopologyText.load(
                folder, "topology: a\nnamespace: com.example\nschemas: ['*.avsc', 'avro/*/*.avsc']\n");

        assertThat(topology.types()).extracting(NamedType::name).containsExactly("One", "Three");
        assertThat(topology.inputs().stream().filter(Files::isDirectory))
                .containsExactly(folder, folder.resolve("avro"), folder.resolve("avro/in"));
    }

    @Test
    void aPatternMayStartInAFolderThatIsALinkInsideTheMainOnes() throws Exception {
        write("versions/v2/one.avsc", "One");
        Files.createSymbolicLink(folder.resolve("avro"), folder.resolve("versions/v2"));
        Files.createSymbolicLink(folder.resolve("out"), folder.toAbsolutePath().getParent());

        Topology topology =
                TopologyText.load(folder, "topology: a\nnamespace: com.example\nschemas: ['avro/*.avsc']\n");

        assertThat(topology.types()).extracting(NamedType::name).containsExactly("One");
        assertThat(topology.inputs()).endsWith(folder.resolve("avro/one.avsc"), folder.resolve("avro"));
        assertThatExceptionOfType(InvalidTopologyException.class)
                .isThrownBy(() ->
                        TopologyText.load(folder, "topology: a\nnamespace: com.example\nschemas: ['out/*.avsc']\n"))
                .withMessageContaining("leads out of the folder of the main file");
    }

    @Test
    void aFileThatAPatternMatchesAndThatIsALinkOutOfTheMainFolderIsRefused() throws Exception {
        write("main/avro/one.avsc", "One");
        write("outside.avsc", "Outside");
        Path main = folder.resolve("main");
        Files.createSymbolicLink(main.resolve("avro/inside.avsc"), main.resolve("avro/one.avsc"));
        String text = "topology: a\nnamespace: com.example\nschemas: ['avro/*.avsc']\n";

        assertThat(TopologyText.load(main, text).types())
                .extracting(NamedType::name)
                .containsExactly("One");
        Files.createSymbolicLink(main.resolve("avro/two.avsc"), folder.resolve("outside.avsc"));
        assertThatExceptionOfType(InvalidTopologyException.class)
                .isThrownBy(() -> TopologyText.load(main, text))
                .withMessageContaining("topology.yaml:3:")
                .withMessageContaining("'avro/two.avsc' leads out of the folder of the main file")
                .withMessageContaining("[schema-path]");
    }

    @Test
    void aFolderThatCannotBeReadIsAProblemAtThePatternThatLooksIntoIt() throws Exception {
        write("one.avsc", "One");
        // Even root cannot list a folder whose path is longer than 4,096 bytes, which comes of moving one into another.
        String half = String.join("/", Collections.nCopies(9, "x".repeat(250)));
        Path upper = Files.createDirectories(folder.resolve("a/" + half));
        Path lower = folder.resolve("b");
        Files.createDirectories(lower.resolve(half));
        Files.move(lower, upper.resolve("b"));
        try {
            assertThatExceptionOfType(InvalidTopologyException.class)
                    .isThrownBy(() ->
                            TopologyText.load(folder, "topology: a\nnamespace: com.example\nschemas: ['**.avsc']\n"))
                    .withMessageContaining("topology.yaml:3:")
                    .withMessageContaining("cannot list the files of '**.avsc'")
                    .withMessageContaining("[schema-path]");
            assertThat(TopologyText.load(folder, "topology: a\nnamespace: com.example\nschemas: ['*.avsc']\n")
                            .types())
                    .hasSize(1);
        } finally {
            Files.move(upper.resolve("b"), lower);
        }
    }

    private void write(String name, String record) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                {"type": "record", "name": "%s", "namespace": "com.example", "fields": []}
                """.formatted(record));
    }

    @Test
    void aThousandFilesThatShareTypesLoadInLinearTime() throws Exception {
        long small = shared(100);
        long large = shared(1_000);

        assertThat(large).isLessThan(small * 40 + 300_000_000L);
    }

    // The shared types come last, so that nothing can be parsed in the order of the files.
    private long shared(int count) throws Exception {
        Path files = Files.createDirectory(folder.resolve("n" + count));
        Files.writeString(files.resolve("z.avsc"), """
                [{"type": "record", "name": "Money", "namespace": "com.example", "fields": [
                   {"name": "amount", "type": "long"}, {"name": "unit", "type": "Unit"}]},
                 {"type": "enum", "name": "Unit", "namespace": "com.example", "symbols": ["EUR", "USD"]}]
                """);
        for (int i = 0; i < count; i++) {
            Files.writeString(files.resolve("r" + i + ".avsc"), """
                    {"type": "record", "name": "R%d", "namespace": "com.example", "fields": [
                     {"name": "paid", "type": "Money"}, {"name": "all", "type": {"type": "array", "items": "Money"}}]}
                    """.formatted(i));
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 2; i++) {
            long start = CpuTime.now();
            Topology topology = TopologyText.load(
                    folder, "topology: a\nnamespace: com.example\nschemas: ['n" + count + "/*.avsc']\n");
            best = Math.min(best, CpuTime.now() - start);
            assertThat(topology.types()).hasSize(count + 2);
        }
        return best;
    }
}
