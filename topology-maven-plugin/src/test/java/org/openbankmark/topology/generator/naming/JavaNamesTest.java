package org.openbankmark.topology.generator.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.testing.Generation;
import org.openbankmark.topology.generator.testing.InMemoryJavac;
import org.openbankmark.topology.generator.testing.SchemaModel;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.Location;
import org.openbankmark.topology.model.SubjectStrategy;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.problem.Problem;
import org.openbankmark.topology.model.type.RecordType;

/** What becomes of names, and what is refused, with both places. */
class JavaNamesTest {
    private final SchemaModel model = new SchemaModel();

    @Test
    void topicsBecomeClassesMethodsAndConstants() throws InvalidTopologyException {
        RecordType record = record("BalanceChanged", "org.example.events");
        Topic topic = topic("bank.balance-changed_v2", record, 9);
        Topic digits = topic("2fa.codes", record, 10);
        JavaNames names = JavaNames.of(model.topology(List.of(topic, digits), List.of()));
        assertThat(names.topic(topic, "Producer").qualifiedName())
                .isEqualTo("org.example.events.BankBalanceChangedV2Producer");
        assertThat(names.topicMethod(topic, "Producer")).isEqualTo("bankBalanceChangedV2Producer");
        assertThat(names.topicConstant(topic)).isEqualTo("BANK_BALANCE_CHANGED_V2");
        assertThat(names.topic(digits, "Consumer").simpleName()).isEqualTo("Topic2faCodesConsumer");
        assertThat(names.topicConstant(digits)).isEqualTo("TOPIC_2FA_CODES");
    }

    @Test
    void recordsThatDifferInCaseOnlyNameBothPlaces() {
        record("Payment", "org.example.events");
        record("PAYMENT", "org.example.events");
        assertThat(problem().render())
                .startsWith("topology.yaml:2:3: record PAYMENT and record Payment (topology.yaml:1:3) both become")
                .contains("[java-name-collision]")
                .contains("rename one of the two");
    }

    @Test
    void topicsThatGiveOneClassAreRefused() {
        RecordType record = record("Payment", "org.example.events");
        Topology topology = model.topology(List.of(topic("a.b", record, 7), topic("a_b", record, 8)), List.of());
        assertThat(problems(topology))
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("the producer of topic a_b and the producer of topic a.b"));
    }

    @Test
    void recordAndClassOfATopicCollide() {
        RecordType record = record("PaymentsProducer", "org.example.events");
        Topology topology = model.topology(List.of(topic("payments", record, 7)), List.of());
        assertThat(problems(topology).get(0).message())
                .contains("the producer of topic payments and record PaymentsProducer (topology.yaml:1:3)");
    }

    @Test
    void recordAndCodecOfAnotherCollide() {
        record("Payment", "org.example.events");
        record("PaymentCodec", "org.example.events");
        assertThat(problem().message()).contains("record PaymentCodec and the codec of record Payment");
    }

    @Test
    void aFixedThatIsAClassInSpiteOfItsLogicalTypeCollidesToo() {
        model.record("""
                {"type":"record","name":"Payment","namespace":"org.example.events","fields":[
                  {"name":"span","type":{"type":"fixed","name":"PaymentCodec","size":12,"logicalType":"duration"}},
                  {"name":"id","type":{"type":"fixed","name":"PaymentFixture","size":16,"logicalType":"uuid"}}]}""");
        assertThat(problems(model.topology())).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("fixed PaymentCodec and the codec of record Payment"));
    }

    @Test
    void whatJavaCannotHaveIsRefused() {
        record("permits", "org.example.events");
        record("Payment", "java.payments");
        record("Address", "");
        record("org", "org.example.other");
        record("value", "org.example.events");
        assertThat(problems(model.topology()))
                .extracting(Problem::rule)
                .containsExactly(
                        "java-reserved-word",
                        "java-forbidden-package",
                        "java-no-package",
                        "java-name-hides-package",
                        "java-reserved-word");
    }

    @Test
    void aClassAndAPackageOfOneNameAreRefused() {
        record("sub", "org.example");
        record("Payment", "org.example.sub.deep");
        assertThat(problems(model.topology()))
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("also the name of a package: org.example.sub.deep"));
    }

    /** As java.lang.Module and java.lang.module. */
    @Test
    void aClassMayBeCalledAsAPackageThatDiffersInCase() throws Exception {
        record("Order", "com.acme.shop");
        record("Line", "com.acme.shop.order");

        ClassLoader classes = InMemoryJavac.strict().compile(Generation.files(model));

        assertThat(classes.loadClass("com.acme.shop.Order")).hasDeclaredMethods("newBuilder");
        assertThat(classes.loadClass("com.acme.shop.order.Line")).hasDeclaredMethods("newBuilder");
    }

    @Test
    void aTopicWhoseClassesNoFileCanBearIsRefusedByItsLongestName() {
        RecordType record = record("Payment", "org.example.events");
        Topic longest = topic("t".repeat(233), record, 7);
        Topic longer = topic("u".repeat(234), record, 8);

        assertThat(problems(model.topology(List.of(longest, longer), List.of())))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.rule()).isEqualTo("java-name-too-long");
                    assertThat(problem.render())
                            .startsWith("topology.yaml:8:3: the producer of topic uuu")
                            .contains("256 bytes, and file systems take 255", "shorter, by 1 at least");
                });
    }

    @Test
    void namesOfRecordsAndPackagesThatNoFileCanBearAreRefused() {
        record("A".repeat(235), "org.example");
        record("B".repeat(100), "org." + "c".repeat(145));
        record("D".repeat(100), "org." + "e".repeat(146));
        record("F", "org." + "g".repeat(256));

        assertThat(problems(model.topology()))
                .extracting(Problem::message)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("the fixture of record AAA")
                                .contains("256 bytes"),
                        second -> assertThat(second)
                                .startsWith("the schema of record org.eee")
                                .contains("256 bytes"),
                        third -> assertThat(third)
                                .startsWith("the schema of record org.ggg")
                                .contains("267 bytes"));
    }

    @Test
    void packagesThatDifferInCaseOnlyAreRefused() {
        record("A", "org.example.events");
        record("B", "org.example.Events");
        assertThat(problems(model.topology())).extracting(Problem::rule).contains("java-package-case");
    }

    @Test
    void aTopicWithoutALetterIsRefused() {
        RecordType record = record("Payment", "org.example.events");
        assertThat(problems(model.topology(List.of(topic("_._", record, 3)), List.of()))
                        .get(0)
                        .rule())
                .isEqualTo("java-name-empty");
    }

    private RecordType record(String name, String namespace) {
        return model.record(
                "{\"type\":\"record\",\"name\":\"" + name + "\",\"namespace\":\"" + namespace + "\",\"fields\":[]}");
    }

    private Problem problem() {
        List<Problem> problems = problems(model.topology());
        // A record brings its codec and fixture, which collide too.
        return problems.get(0);
    }

    private static List<Problem> problems(Topology topology) {
        return catchThrowableOfType(InvalidTopologyException.class, () -> JavaNames.of(topology))
                .problems();
    }

    private static Topic topic(String name, RecordType type, int line) {
        return new Topic(
                name,
                List.of(type),
                SubjectStrategy.TOPIC_NAME,
                1,
                1,
                new KeySpec.None(),
                new TreeMap<>(),
                Compatibility.BACKWARD,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                true,
                new Location("topology.yaml", line, 3),
                "topics." + name);
    }
}
