package org.openbankmark.topology.sync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.model.diff.Finding;
import org.openbankmark.topology.sync.state.ClusterState;
import org.openbankmark.topology.sync.state.GroupUse;
import org.openbankmark.topology.sync.state.PartitionState;
import org.openbankmark.topology.sync.state.Registered;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.SubjectState;
import org.openbankmark.topology.sync.state.TopicContents;
import org.openbankmark.topology.sync.state.TopicState;

/** From what is wanted and what was seen to a plan. */
class PlannerTest {
    @TempDir
    private Path directory;

    private final TreeMap<String, TopicState> topics = new TreeMap<>();
    private final TreeSet<String> otherTopics = new TreeSet<>();
    private final TreeMap<String, TopicContents> contents = new TreeMap<>();
    private final TreeMap<String, SubjectState> subjects = new TreeMap<>();
    private int brokers = 3;

    private Topology topology(String topic) throws Exception {
        Path file = Files.writeString(
                directory.resolve("topology.yaml"),
                "topology: test\nnamespace: org.example\ndefaults: { partitions: 1, replicas: 1 }\n"
                        + "records: { Paid: { id: string } }\ntopics:\n  " + topic + "\n");
        return TopologyLoader.load(file, Optional.empty());
    }

    private Plan plan(String topic) throws Exception {
        return plan(topic, PlanOptions.careful());
    }

    private Plan plan(String topic, PlanOptions options) throws Exception {
        TreeMap<Integer, Optional<String>> live = new TreeMap<>();
        for (int id = 1; id <= brokers; id++) {
            live.put(id, Optional.empty());
        }
        return Planner.plan(
                topology(topic),
                new ClusterState("c", live, topics, otherTopics, contents, Optional.empty()),
                new RegistryState(subjects, new TreeMap<>(), new TreeSet<>(), true, new TreeMap<>()),
                options);
    }

    private PlanOptions deleting(int most, Optional<Topology> previous) {
        return new PlanOptions(List.of("*"), most, previous, false, false);
    }

    /** Topic a, whose subject has these many versions, the first of which is the file's. */
    private void versions(int count) {
        topic("a", Map.of(), 1);
        List<Registered> versions = new ArrayList<>();
        versions.add(registered(1, ""));
        for (int version = 2; version <= count; version++) {
            versions.add(registered(version, ",{\"name\":\"hotfix" + version + "\",\"type\":\"long\",\"default\":0}"));
        }
        subjects.put("a-value", new SubjectState("a-value", Compatibility.BACKWARD, versions, true));
    }

    private static Registered registered(int version, String field) {
        String text = "{\"type\":\"record\",\"name\":\"Paid\",\"namespace\":\"org.example\","
                + "\"fields\":[{\"name\":\"id\",\"type\":\"string\"}" + field + "]}";
        return new Registered(version, version, text, Optional.of(new Schema.Parser().parse(text)), List.of());
    }

    /** A topic whose partitions have so many replicas, on the first brokers. */
    private void topic(String name, Map<String, String> config, int... replicas) {
        topic(name, config, IntStream.of(replicas).mapToObj(PlannerTest::still).toArray(PartitionState[]::new));
    }

    private static PartitionState still(int replicas) {
        return new PartitionState(IntStream.rangeClosed(1, replicas).boxed().toList(), false);
    }

    private static PartitionState moving(Integer... replicas) {
        return new PartitionState(List.of(replicas), true);
    }

    private void topic(String name, Map<String, String> config, PartitionState... partitions) {
        topics.put(name, new TopicState(name, List.of(partitions), new TreeMap<>(config)));
        subjects.put(
                name + "-value",
                new SubjectState(name + "-value", Compatibility.BACKWARD, List.of(registered(1, "")), true));
    }

    private static List<String> kinds(Plan plan) {
        return plan.changes().stream().map(Change::kind).toList();
    }

    private static List<String> ids(Plan plan) {
        return plan.changes().stream().map(Change::id).toList();
    }

    private static Map<Integer, List<Integer>> moves(Plan plan) {
        return plan.changes().stream()
                .filter(Change.MoveReplicas.class::isInstance)
                .map(change -> ((Change.MoveReplicas) change).partitions())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> refusals(Plan plan) {
        return plan.refusals().stream().map(Finding::rule).toList();
    }

    @Test
    void aSubjectThatTellsAContextIsNoCandidateForDeletion() {
        assertThat(SubjectDeletions.candidates(
                        new TreeSet<>(List.of(":.staging:orders-value", "old-value")),
                        new TreeSet<>(),
                        deleting(5, Optional.empty())))
                .containsOnlyKeys("old-value");
    }

    @Test
    void whatIsThereNeedsNothing() throws Exception {
        topic("a", Map.of(), 1);
        assertThat(plan("a: { type: Paid }").inSync()).isTrue();
    }

    @Test
    void aNewTopicGetsLevelSchemaAndThenItself() throws Exception {
        assertThat(kinds(plan("a: { type: Paid }"))).containsExactly("set-level", "register-schema", "create-topic");
    }

    @Test
    void valuesThatABrokerWritesOtherwiseAreTheSame() throws Exception {
        topic("a", Map.of("preallocate", "true", "min.cleanable.dirty.ratio", "0.5"), 1);
        assertThat(plan("a: { type: Paid, config: { preallocate: true, min.cleanable.dirty.ratio: 0.50 } }")
                        .inSync())
                .isTrue();
        topic("a", Map.of("min.cleanable.dirty.ratio", "1.0E-4"), 1);
        assertThat(plan("a: { type: Paid, config: { min.cleanable.dirty.ratio: 0.0001 } }")
                        .inSync())
                .isTrue();
        assertThat(plan("a: { type: Paid, config: { min.cleanable.dirty.ratio: 0.0002 } }")
                        .inSync())
                .isFalse();
    }

    @Test
    void throttlesOfSomeoneWhoMovesReplicasAreLeftAlone() throws Exception {
        topic("a", Map.of("leader.replication.throttled.replicas", "0:1"), 1);
        assertThat(plan("a: { type: Paid }").inSync()).isTrue();
    }

    @Test
    void aBrokerThatIsDownTakesNoReplicasAway() throws Exception {
        topic("a", Map.of(), 3, 3);
        brokers = 2;
        assertThat(plan("a: { type: Paid, partitions: 2, replicas: 3 }").changes())
                .isEmpty();
    }

    @Test
    void newReplicasAreSpreadEvenlyAndLeadersStay() throws Exception {
        topic("a", Map.of(), 1, 1, 1);
        Plan plan = plan("a: { type: Paid, partitions: 3, replicas: 2 }");
        Change.MoveReplicas move = (Change.MoveReplicas) plan.changes().get(0);
        assertThat(move.partitions().values()).allSatisfy(replicas -> {
            assertThat(replicas).hasSize(2).doesNotHaveDuplicates();
            assertThat(replicas.get(0)).isEqualTo(1);
        });
        assertThat(move.partitions().values().stream()
                        .map(replicas -> replicas.get(1))
                        .toList())
                .contains(2, 3);
    }

    @Test
    void aHigherMinimumOfReplicasComesAfterThem() throws Exception {
        topic("a", Map.of(), 1);
        assertThat(ids(plan("a: { type: Paid, replicas: 3, config: { min.insync.replicas: 2, retention.ms: 5 } }")))
                .containsExactly("alter-config:a", "move-replicas:a", "alter-config:a:after-replicas");
    }

    @Test
    void aMinimumOfReplicasWaitsForThoseThatAnEarlierApplyStillMoves() throws Exception {
        topic("a", Map.of(), moving(1, 2, 3));
        Plan plan = plan("a: { type: Paid, replicas: 3, config: { min.insync.replicas: 2, retention.ms: 5 } }");
        assertThat(ids(plan)).containsExactly("alter-config:a", "move-replicas:a", "alter-config:a:after-replicas");
        assertThat(moves(plan)).isEqualTo(Map.of(0, List.of(1, 2, 3)));
        assertThat(Dependencies.among(plan.changes()).get("alter-config:a:after-replicas"))
                .extracting(Change::id)
                .containsExactly("move-replicas:a");
    }

    @Test
    void aMinimumOfReplicasThatGoesWaitsTooBecauseTheBrokersMayBeHigher() throws Exception {
        topic("a", Map.of("min.insync.replicas", "1"), 1);
        assertThat(ids(plan("a: { type: Paid, replicas: 3 }")))
                .containsExactly("move-replicas:a", "alter-config:a:after-replicas");
    }

    @Test
    void aMinimumOfReplicasWaitsAlsoWhereThePartitionThatMovesIsToHaveFewer() throws Exception {
        topic("a", Map.of(), moving(1, 2, 3));
        assertThat(ids(plan("a: { type: Paid, replicas: 2, config: { min.insync.replicas: 2 } }")))
                .containsExactly("move-replicas:a", "alter-config:a:after-replicas");
    }

    @Test
    void aMinimumAboveTheReplicasToComeGoesBeforeThem() throws Exception {
        topic("a", Map.of("min.insync.replicas", "3"), 3, 1);
        assertThat(ids(plan("a: { type: Paid, partitions: 2, replicas: 2 }")))
                .containsExactly("alter-config:a", "move-replicas:a");
    }

    @Test
    void aMinimumOfReplicasWaitsForThePartitionThatHasFewest() throws Exception {
        topic("a", Map.of(), 3, 1);
        Plan plan = plan("a: { type: Paid, partitions: 2, replicas: 3, config: { min.insync.replicas: 2 } }");
        assertThat(ids(plan)).containsExactly("move-replicas:a", "alter-config:a:after-replicas");
        Change.MoveReplicas move = (Change.MoveReplicas) plan.changes().get(0);
        assertThat(move.from()).isEqualTo(1);
        assertThat(move.to()).isEqualTo(3);
    }

    @Test
    void aMinimumOfReplicasWaitsForPartitionsThatMoveAndForThoseThatWill() throws Exception {
        topic("a", Map.of(), moving(1, 2, 3), still(1));
        assertThat(moves(plan("a: { type: Paid, partitions: 2, replicas: 3, config: { min.insync.replicas: 2 } }")))
                .containsOnlyKeys(0, 1);
        assertThat(moves(plan("a: { type: Paid, partitions: 2, replicas: 3 }"))).containsOnlyKeys(1);
    }

    @Test
    void replicasOnTheMoveThatNothingWaitsForAreOnlySaid() throws Exception {
        topic("a", Map.of(), moving(1, 2, 3));
        Plan plan = plan("a: { type: Paid, replicas: 3, config: { retention.ms: 5 } }");
        assertThat(ids(plan)).containsExactly("alter-config:a");
        assertThat(plan.findings()).extracting(Finding::rule).containsExactly("replicas-moving");
    }

    @Test
    void newPartitionsThatTheLiveBrokersCannotHoldAreLeftToTheClusterToPlace() throws Exception {
        topic("a", Map.of(), 3, 3, 3);
        brokers = 2;
        Plan plan = plan("a: { type: Paid, partitions: 6, replicas: 3 }");
        assertThat(ids(plan)).containsExactly("add-partitions:a");
        assertThat(((Change.AddPartitions) plan.changes().get(0)).replicas()).isEmpty();
    }

    @Test
    void newPartitionsOfATopicWhoseFirstMovesAreLeftToTheClusterAndMovedThen() throws Exception {
        topic("a", Map.of(), moving(1));
        Plan plan = plan("a: { type: Paid, partitions: 2, replicas: 2 }");
        assertThat(ids(plan)).containsExactly("add-partitions:a", "move-replicas:a");
        assertThat(((Change.AddPartitions) plan.changes().get(0)).replicas()).isEmpty();
        assertThat(moves(plan)).containsOnlyKeys(0, 1).allSatisfy((partition, to) -> assertThat(to)
                .hasSize(2));
    }

    @Test
    void aPartitionGrowsAsFarAsThereAreLiveBrokersAndThatIsSaid() throws Exception {
        topic("a", Map.of(), 3, 1);
        brokers = 2;
        Plan plan = plan("a: { type: Paid, partitions: 2, replicas: 3 }");
        assertThat(moves(plan)).isEqualTo(Map.of(1, List.of(1, 2)));
        assertThat(plan.findings()).extracting(Finding::rule).containsExactly("replicas-above-brokers");

        brokers = 1;
        assertThat(plan("a: { type: Paid, partitions: 2, replicas: 3 }").inSync())
                .isTrue();
        assertThat(refusals(plan(
                        "a: { type: Paid, partitions: 2, replicas: 3 }",
                        new PlanOptions(List.of(), 5, Optional.empty(), false, true))))
                .containsExactly("replicas-above-brokers");
    }

    @Test
    void keyedTopicsAreNotRepartitionedWithoutPermission() throws Exception {
        topic("a", Map.of(), 1);
        assertThat(refusals(plan("a: { type: Paid, key: id, partitions: 2 }"))).containsExactly("keys-move");
        Plan allowed = plan(
                "a: { type: Paid, key: id, partitions: 2 }",
                new PlanOptions(List.of(), 0, Optional.empty(), true, false));
        assertThat(kinds(allowed)).containsExactly("add-partitions");
        assertThat(allowed.findings()).extracting(Finding::rule).containsExactly("keys-move");
    }

    @Test
    void unkeyedTopicsAndTopicsKeyedByTimeMayGrow() throws Exception {
        topic("a", Map.of(), 1);
        assertThat(kinds(plan("a: { type: Paid, partitions: 2 }"))).containsExactly("add-partitions");
        assertThat(kinds(plan("a: { type: Paid, key: $time, partitions: 2 }"))).containsExactly("add-partitions");
    }

    @Test
    void theMostDeletionsAreCounted() throws Exception {
        topic("a", Map.of(), 1);
        otherTopics.addAll(List.of("x", "y", "_schemas", "kafkasql-journal"));
        PlanOptions two = new PlanOptions(List.of("*"), 2, Optional.empty(), false, false);
        PlanOptions one = new PlanOptions(List.of("*"), 1, Optional.empty(), false, false);
        assertThat(kinds(plan("a: { type: Paid }", two))).containsExactly("delete-topic", "delete-topic");
        assertThat(refusals(plan("a: { type: Paid }", two))).isEmpty();
        assertThat(refusals(plan("a: { type: Paid }", one))).containsExactly("too-many-deletes");
    }

    @Test
    void eachVersionOfASchemaCountsAsADeletion() throws Exception {
        versions(4);
        assertThat(kinds(plan("a: { type: Paid }", deleting(3, Optional.empty()))))
                .containsExactly("delete-versions");
        assertThat(refusals(plan("a: { type: Paid }", deleting(3, Optional.empty()))))
                .isEmpty();
        Plan refused = plan("a: { type: Paid }", deleting(2, Optional.empty()));
        assertThat(refusals(refused)).containsExactly("too-many-deletes");
        assertThat(refused.refusals().get(0).message()).contains("deletes 3 topics, subjects and versions");
    }

    @Test
    void versionsOfAProtectedTopicStay() throws Exception {
        versions(4);
        String protectedTopic = "a: { type: Paid, preventDelete: true }";
        stays(plan(protectedTopic, deleting(9, Optional.empty())), "take preventDelete away from topic a");
        stays(
                plan("a: { type: Paid }", deleting(9, Optional.of(topology(protectedTopic)))),
                "take preventDelete away from topic a");
    }

    @Test
    void versionsOfATopicThatThePreviousFileDoesNotHaveStay() throws Exception {
        versions(4);
        stays(
                plan("a: { type: Paid }", deleting(9, Optional.of(topology("b: { type: Paid }")))),
                "give a --previous file that has topic a");
        assertThat(kinds(plan("a: { type: Paid }", deleting(9, Optional.of(topology("a: { type: Paid }"))))))
                .containsExactly("delete-versions");
    }

    private static void stays(Plan plan, String advice) {
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.leftAlone()).extracting(LeftAlone::rule).containsExactly("newer-version");
        assertThat(plan.leftAlone().get(0).message()).contains("newer are [2, 3, 4]");
        assertThat(plan.leftAlone().get(0).advice()).contains(advice);
    }

    @Test
    void settingsThatNoFileCanSayStayAndAreTold() throws Exception {
        topic("a", Map.of("confluent.tier.enable", "true", "retention.ms", "5"), 1);
        Plan plan = plan("a: { type: Paid, config: { retention.ms: 5 } }");
        assertThat(plan.inSync()).isTrue();
        assertThat(plan.findings()).extracting(Finding::rule).containsExactly("unknown-setting");
        assertThat(plan.findings().get(0).message()).contains("confluent.tier.enable is true");
        assertThat(kinds(plan("a: { type: Paid }"))).containsExactly("alter-config");
    }

    @Test
    void aGroupThatReadsOnIsNoOtherPlanAndOneThatComesIs() throws Exception {
        topic("a", Map.of(), 1);
        otherTopics.add("x");
        contents.put("x", new TopicContents(9, new TreeSet<>(), List.of(new GroupUse("reader", 5))));
        Fingerprints before =
                plan("a: { type: Paid }", deleting(9, Optional.empty())).fingerprints();
        contents.put("x", new TopicContents(9, new TreeSet<>(), List.of(new GroupUse("reader", 0))));
        assertThat(plan("a: { type: Paid }", deleting(9, Optional.empty())).fingerprints())
                .isEqualTo(before);
        contents.put("x", new TopicContents(9, new TreeSet<>(), List.of(new GroupUse("other", 0))));
        assertThat(plan("a: { type: Paid }", deleting(9, Optional.empty()))
                        .fingerprints()
                        .cluster())
                .isNotEqualTo(before.cluster());
    }

    @Test
    void theSameInputGivesTheSameFingerprints() throws Exception {
        topic("a", Map.of(), 1);
        Plan first = plan("a: { type: Paid, partitions: 2 }");
        assertThat(plan("a: { type: Paid, partitions: 2 }").fingerprints()).isEqualTo(first.fingerprints());
        assertThat(plan("a: { type: Paid, partitions: 3 }").fingerprints().topology())
                .isNotEqualTo(first.fingerprints().topology());
    }
}
