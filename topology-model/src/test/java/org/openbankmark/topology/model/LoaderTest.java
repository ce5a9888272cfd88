package org.openbankmark.topology.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.testing.Cases;
import org.openbankmark.topology.model.testing.TopologyText;
import org.openbankmark.topology.model.type.NamedType;

class LoaderTest {

    @TempDir
    Path folder;

    @Test
    void aFileThatIsNotThereIsAProblemAndNotAStackTrace() {
        assertThatExceptionOfType(InvalidTopologyException.class)
                .isThrownBy(() -> TopologyLoader.load(folder.resolve("nowhere.yaml"), Optional.empty()))
                .withMessageContaining("no such file [unreadable-file]")
                .withMessageNotContaining("\n    ^");
    }

    @Test
    void aDirectoryIsAProblem() {
        assertThatExceptionOfType(InvalidTopologyException.class)
                .isThrownBy(() -> TopologyLoader.load(folder, Optional.empty()))
                .withMessageContaining("it is a directory [unreadable-file]");
    }

    @Test
    void aFileBeyondSixteenMebibytesIsRefused() throws Exception {
        Path file = TopologyText.write(folder, "# " + "x".repeat(16 * 1024 * 1024));

        assertThatExceptionOfType(InvalidTopologyException.class)
                .isThrownBy(() -> TopologyLoader.load(file, Optional.empty()))
                .withMessageContaining("[too-large]");
    }

    @Test
    void anUnknownEnvironmentIsRefusedWithTheOneThatWasMeant() {
        assertThatExceptionOfType(InvalidTopologyException.class)
                .isThrownBy(() -> TopologyLoader.load(Cases.good("topics"), Optional.of("prd")))
                .withMessageContaining("there is no environment 'prd' in this file [unknown-environment]")
                .withMessageContaining("did you mean 'prod'?");
    }

    @Test
    void anEnvironmentLaysItsFactsOverAllTopicsAndThenOverSingleOnes() throws Exception {
        Topology dev = TopologyLoader.load(Cases.good("topics"), Optional.of("dev"));

        assertThat(dev.topics()).allSatisfy(topic -> {
            assertThat(topic.replicas()).isEqualTo(1);
            assertThat(topic.config()).doesNotContainKey("min.insync.replicas");
        });
        Topic place = dev.topic("place.order").orElseThrow();
        assertThat(place.partitions()).isEqualTo(2);
        assertThat(place.config()).containsEntry("retention.ms", "60000").containsEntry("max.message.bytes", "2000000");
        assertThat(dev.topic("order.dead").orElseThrow().partitions()).isEqualTo(1);
        assertThat(dev.topic("order.placed").orElseThrow().partitions()).isEqualTo(6);
        assertThat(TopologyLoader.load(Cases.good("topics"), Optional.of("prod"))
                        .topics())
                .allMatch(Topic::preventDelete);
        assertThat(dev.types().toString())
                .isEqualTo(TopologyLoader.load(Cases.good("topics"), Optional.empty())
                        .types()
                        .toString());
    }

    @Test
    void anImpliedDeadLetterTopicHasThePartitionsOfTheLargestTopicThatNamesIt() throws Exception {
        Topic dead = TopologyLoader.load(Cases.good("topics"), Optional.empty())
                .topic("order.dead")
                .orElseThrow();

        assertThat(dead.declared()).isFalse();
        assertThat(dead.isRaw()).isTrue();
        assertThat(dead.partitions()).isEqualTo(12);
        assertThat(dead.config()).doesNotContainKey("cleanup.policy");
    }

    @Test
    void anImpliedDeadLetterTopicIsAsLargeAsThatTopicIsInTheEnvironment() throws Exception {
        Path file = TopologyText.write(folder, """
                topology: shop
                namespace: com.example.shop
                records: { Order: { id: uuid } }
                topics:
                  orders: { type: Order, partitions: 12, replicas: 3, deadLetter: dead }
                  refunds: { type: Order, deadLetter: dead }
                environments:
                  dev: { partitions: 2, replicas: 1, topics: { orders: { partitions: 6, replicas: 2 } } }
                  own: { partitions: 2, topics: { orders: { partitions: 6 }, dead: { partitions: 3 } } }
                """);
        Topic dev = TopologyLoader.load(file, Optional.of("dev")).topic("dead").orElseThrow();

        assertThat(dev.partitions()).isEqualTo(6);
        assertThat(dev.replicas()).isEqualTo(2);
        assertThat(TopologyLoader.load(file, Optional.of("own"))
                        .topic("dead")
                        .orElseThrow()
                        .partitions())
                .isEqualTo(3);
    }

    @Test
    void allFilesThatWereReadAndTheFoldersOfPatternsAreInputs() throws Exception {
        Topology topology = TopologyLoader.load(Cases.good("imports"), Optional.empty());

        assertThat(topology.inputs().stream().map(path -> path.getFileName().toString()))
                .containsExactly(
                        "imports.yaml",
                        "common.yaml",
                        "more.yaml",
                        "a-payment.avsc",
                        "address.avsc",
                        "types.avsc",
                        "z-state-again.avsc",
                        "avro"); // the folder: a file that comes into being there may match, too
        assertThat(topology.inputs()).allMatch(Files::exists);
    }

    @Test
    void aUuidOfAnImportedRecordIsOneFilterWithThatOfAnOwn() throws Exception {
        Files.writeString(folder.resolve("common.yaml"), """
                namespace: com.example.common
                records: { Shared: { id: uuid } }
                """);

        Topology topology = TopologyText.load(folder, """
                topology: shop
                namespace: com.example.shop
                import: [common.yaml]
                records: { Own: { id: uuid } }
                topics: { events: { type: [Own, Shared], key: id } }
                graphql: { subscriptions: { events: { filter: [id] } } }
                """);

        assertThat(topology.graphql().subscriptions()).singleElement().satisfies(events -> assertThat(events.filter())
                .containsExactly("id"));
    }

    @Test
    void aSharedRecordHasOneSchemaInAllTopologiesThatImportIt() throws Exception {
        Files.writeString(folder.resolve("common.yaml"), """
                namespace: com.example.common
                types: { Hashes: "fixed(4)[]" }
                records:
                  Shared: { id: uuid, hash: fixed(16), hashes: Hashes, any: (string | uuid)? }
                """);
        String main = """
                topology: a
                namespace: com.example.%s
                import: [common.yaml]
                records: { Own: { id: uuid, hashes: Hashes, shared: Shared } }
                """;

        Map<String, NamedType> shop = byName(TopologyText.load(folder, main.formatted("shop")));
        Map<String, NamedType> bank = byName(TopologyText.load(folder, main.formatted("bank")));

        Schema shared = shop.get("com.example.common.Shared").schema();
        assertThat(shared.toString())
                .isEqualTo(bank.get("com.example.common.Shared").schema().toString());
        assertThat(shop)
                .containsOnlyKeys(
                        "com.example.common.Shared",
                        "com.example.common.Uuid",
                        "com.example.common.Fixed16",
                        "com.example.common.Fixed4",
                        "com.example.shop.Own",
                        "com.example.shop.Uuid");
        assertThat(shop.get("com.example.shop.Own")
                        .schema()
                        .getField("id")
                        .schema()
                        .getFullName())
                .isEqualTo("com.example.shop.Uuid");
    }

    private static Map<String, NamedType> byName(Topology topology) {
        return topology.types().stream().collect(Collectors.toMap(NamedType::fullName, type -> type));
    }

    @Test
    void aSymbolicLinkOutOfTheFolderIsNotFollowed(@TempDir Path elsewhere) throws Exception {
        Path outside = Files.writeString(elsewhere.resolve("outside.yaml"), "records: { A: { id: uuid } }");
        Path file = TopologyText.write(folder, "topology: a\nnamespace: a.b\nimport: [link.yaml]\n");
        Files.createSymbolicLink(folder.resolve("link.yaml"), outside);

        assertThatExceptionOfType(InvalidTopologyException.class)
                .isThrownBy(() -> TopologyLoader.load(file, Optional.empty()))
                .withMessageContaining("[import-path]");
    }

    /** Whatever stands in the file, its author gets problems and never an exception of another kind. */
    @Test
    void noDamageToAFileEndsInAnythingButProblems() throws Exception {
        Random random = new Random(42);
        String pieces = "{}[]:,?|&*!'\"#-<>()@%`\n\t \\$_.0aZ\u20ac\u0000";
        for (String name : new String[] {"bank", "types", "defaults", "topics", "anchors", "injection"}) {
            String text = Files.readString(Cases.good(name));
            for (int i = 0; i < 120; i++) {
                StringBuilder damaged = new StringBuilder(text);
                for (int n = random.nextInt(3); n >= 0; n--) {
                    int at = random.nextInt(damaged.length());
                    switch (random.nextInt(4)) {
                        case 0 -> damaged.deleteCharAt(at);
                        case 1 -> damaged.insert(at, pieces.charAt(random.nextInt(pieces.length())));
                        case 2 -> damaged.setCharAt(at, pieces.charAt(random.nextInt(pieces.length())));
                        default -> damaged.delete(at, Math.min(damaged.length(), at + random.nextInt(40)));
                    }
                }
                try {
                    TopologyText.load(folder, damaged.toString());
                } catch (InvalidTopologyException e) {
                    assertThat(e.problems()).isNotEmpty();
                } catch (RuntimeException | StackOverflowError e) {
                    throw new AssertionError("not a problem but " + e + " for\n" + damaged, e);
                }
            }
        }
    }
}
