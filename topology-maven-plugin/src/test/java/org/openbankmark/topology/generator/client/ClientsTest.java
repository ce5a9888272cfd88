package org.openbankmark.topology.generator.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.pipeline.GeneratedTopology;
import org.openbankmark.topology.runtime.client.Connection;
import org.openbankmark.topology.runtime.testing.InMemoryConnection;

/** Producers, consumers, request clients, and who hands them out. */
class ClientsTest {
    private static final String BANK = """
            topology: bank
            namespace: org.example.bank
            records:
              Transfer: { id: uuid }
              Confirmed: { id: uuid }
              Failed: { id: uuid, reason: string }
              Opened: { id: uuid }
              Closed: { id: uuid }
            topics:
              transfer: { type: Transfer, key: id, replies: [confirmed, failed] }
              confirmed: { type: Confirmed, key: id }
              failed: { type: Failed, key: id, deadLetter: failed.dead }
              accounts: { type: [Opened, Closed], key: id, doc: "What becomes of accounts.", deprecated: "since 2; use x" }
            services:
              handler: { consumes: [transfer], produces: [confirmed, failed] }
              asking-endpoint: { consumes: [confirmed, failed], produces: [transfer] }
            """;

    @Test
    void aServiceHandsOutWhatItDeclaresAndNoMore() throws Exception {
        ClassLoader classes = GeneratedTopology.of(BANK).compile();

        assertThat(instanceMethods(classes.loadClass("org.example.bank.HandlerService")))
                .containsExactly("close", "confirmedProducer", "failedProducer", "transferConsumer");
        assertThat(instanceMethods(classes.loadClass("org.example.bank.AskingEndpointService")))
                .containsExactly(
                        "close", "confirmedConsumer", "failedConsumer", "transferProducer", "transferRequests");
    }

    @Test
    void theEntryClassHandsOutAllClientsButNoneOfADeadLetterTopic() throws Exception {
        ClassLoader classes = GeneratedTopology.of(BANK).compile();

        assertThat(instanceMethods(classes.loadClass("org.example.bank.BankClients")))
                .containsExactly(
                        "accountsConsumer",
                        "accountsProducer",
                        "close",
                        "confirmedConsumer",
                        "confirmedProducer",
                        "failedConsumer",
                        "failedProducer",
                        "transferConsumer",
                        "transferProducer",
                        "transferRequests");
    }

    @Test
    void moreThanOneClassFileHasRoomForIsInheritedUnderTheSameName() throws Exception {
        // Few topics with many types and long keys: they need as much room as thousands of topics, and compile in less
        // time.
        List<String> types = numbered("Thing", 10);
        List<String> fields = numbered("part", 50);
        StringBuilder yaml = new StringBuilder("topology: big\nnamespace: org.example\nrecords:\n");
        types.forEach(type -> yaml.append("  ")
                .append(type)
                .append(": { ")
                .append(String.join(": string, ", fields))
                .append(": string }\n"));
        yaml.append("topics:\n");
        List<String> topics = numbered("topic", 12);
        topics.forEach(topic -> yaml.append("  ")
                .append(topic)
                .append(": { type: ")
                .append(types)
                .append(", key: ")
                .append(fields)
                .append(", deprecated: old }\n"));
        yaml.append("services:\n  audit: { produces: ").append(topics);
        yaml.append(", consumes: ").append(topics).append(" }\n");

        GeneratedTopology generated = GeneratedTopology.of(yaml.toString());
        ClassLoader classes = generated.compile();

        assertThat(generated.files())
                .extracting(GeneratedFile::path)
                .contains(
                        "org/example/BigTopics1.java",
                        "org/example/BigTopics2.java",
                        "org/example/BigClients1.java",
                        "org/example/BigClients2.java",
                        "org/example/AuditService1.java",
                        "org/example/AuditService2.java");
        for (String name : List.of("BigClients", "AuditService")) {
            Class<?> type = classes.loadClass("org.example." + name);
            try (InMemoryConnection memory = new InMemoryConnection();
                    AutoCloseable clients = (AutoCloseable)
                            type.getMethod("over", Connection.class).invoke(null, memory)) {
                for (String topic : topics) {
                    assertThat(type.getMethod(topic + "Producer").invoke(clients))
                            .isNotNull();
                    assertThat(type.getMethod(topic + "Consumer").invoke(clients))
                            .isNotNull();
                }
            }
        }
        assertThat(classes.loadClass("org.example.AuditService")
                        .getField("GROUP")
                        .get(null))
                .isEqualTo("audit");
    }

    @Test
    void whatIsCompactedByAFieldCanBeDeletedFrom() throws Exception {
        ClassLoader classes = GeneratedTopology.of("""
                        topology: shop
                        namespace: org.example.shop
                        records:
                          Price: { article: string, cents: long }
                        topics:
                          kept: { type: Price, key: article, config: { cleanup.policy: compact } }
                          both: { type: Price, key: article, config: { cleanup.policy: "delete,compact" } }
                          gone: { type: Price, key: article }
                        """).compile();

        assertThat(instanceMethods(classes.loadClass("org.example.shop.KeptProducer")))
                .containsExactly("delete", "flush", "send");
        assertThat(instanceMethods(classes.loadClass("org.example.shop.BothProducer")))
                .contains("delete");
        assertThat(instanceMethods(classes.loadClass("org.example.shop.GoneProducer")))
                .containsExactly("flush", "send");
    }

    @Test
    void repliesAreOneSealedInterface() throws Exception {
        ClassLoader classes = GeneratedTopology.of(BANK).compile();

        Class<?> reply = classes.loadClass("org.example.bank.TransferReply");

        assertThat(reply.isSealed()).isTrue();
        assertThat(reply.getPermittedSubclasses())
                .containsExactly(
                        classes.loadClass("org.example.bank.Confirmed"), classes.loadClass("org.example.bank.Failed"));
    }

    @Test
    void aTopicOfSeveralTypesHasASealedEventAndAHandlerWithAMethodForEach() throws Exception {
        ClassLoader classes = GeneratedTopology.of(BANK).compile();

        assertThat(classes.loadClass("org.example.bank.AccountsEvent").getPermittedSubclasses())
                .hasSize(2);
        List<String> methods = Arrays.stream(
                        classes.loadClass("org.example.bank.AccountsHandler").getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(Method::getName)
                .sorted()
                .toList();
        assertThat(methods).containsExactly("onClosed", "onOpened");
    }

    @Test
    void aDeprecatedTopicIsMarkedEverywhereAndStillCompilesWithoutWarnings() throws Exception {
        GeneratedTopology generated = GeneratedTopology.of(BANK);

        ClassLoader classes = generated.compile();

        for (String name : List.of("AccountsProducer", "AccountsConsumer", "AccountsHandler")) {
            assertThat(classes.loadClass("org.example.bank." + name)).hasAnnotation(Deprecated.class);
        }
        assertThat(classes.loadClass("org.example.bank.BankTopics")
                        .getField("ACCOUNTS")
                        .isAnnotationPresent(Deprecated.class))
                .isTrue();
        assertThat(generated.file("AccountsProducer.java"))
                .contains("What becomes of accounts.")
                .contains("@deprecated since 2; use x");
    }

    @Test
    void deprecatedRepliesOfACommandThatIsNotCompileWithoutWarnings() throws Exception {
        GeneratedTopology.of(BANK.replace(
                        "confirmed: { type: Confirmed, key: id }",
                        "confirmed: { type: Confirmed, key: id, deprecated: later }"))
                .compile();
    }

    @Test
    void repliesOfSeveralTypesCompile() throws Exception {
        ClassLoader classes = GeneratedTopology.of("""
                topology: t
                namespace: org.example
                records:
                  Ask: { id: uuid }
                  Yes: { id: uuid }
                  No: { id: uuid }
                topics:
                  ask: { type: Ask, key: id, replies: [answers] }
                  ask_again: { type: Ask, key: id, replies: [answers] }
                  answers: { type: [Yes, No], key: id }
                """).compile();

        assertThat(classes.loadClass("org.example.AskReply").getPermittedSubclasses())
                .containsExactly(classes.loadClass("org.example.AnswersEvent"));
    }

    @Test
    void eachGeneratedClassSaysWhatItIsMadeFromWithoutALine() throws Exception {
        GeneratedTopology generated = GeneratedTopology.of(BANK);

        assertThat(generated.file("/TransferProducer.java"))
                .contains(
                        "@Generated(value = \"topology-maven-plugin 1.0\", comments = \"topology.yaml, topics.transfer\")");
        assertThat(generated.file("/HandlerService.java")).contains("topology.yaml, services.handler");
        assertThat(generated.file("/BankTopics.java")).contains("topology.yaml, topics\"");
    }

    private static List<String> numbered(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> name + i).toList();
    }

    private static Stream<String> instanceMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && Modifier.isPublic(method.getModifiers()))
                .map(Method::getName)
                .sorted();
    }
}
