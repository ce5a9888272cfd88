package org.openbankmark.topology.generator.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.GeneratedFile;
import org.openbankmark.topology.generator.pipeline.GeneratedTopology;
import org.openbankmark.topology.model.problem.InvalidTopologyException;

/** Which class is called what, where two could have one name. */
class GraphQlNamesTest {
    private static final String PAYMENT = """
            topology: payment
            namespace: org.example
            records:
              Payment: { id: uuid }
              PaymentSent: { id: uuid }
            topics:
              payments: { type: Payment, key: id }
              sent: { type: PaymentSent, key: id }
            graphql:
              subscriptions: { OPENED: }
            """;

    @Test
    void aRecordThatIsNotOpenedTakesNoName() throws Exception {
        GeneratedTopology topology = GeneratedTopology.of(PAYMENT.replace("OPENED", "sent"));

        topology.compile();

        assertThat(topology.files())
                .extracting(GeneratedFile::path)
                .contains("org/example/PaymentGraphQl.java", "org/example/PaymentSentGraphQl.java")
                .doesNotContain("org/example/PaymentGraphQl$.java");
    }

    @Test
    void theClassOfARecordGivesWayToTheTopologys() throws Exception {
        GeneratedTopology topology = GeneratedTopology.of(PAYMENT.replace("OPENED", "payments"));

        topology.compile();

        assertThat(topology.file("/PaymentGraphQl.java"))
                .contains("public static GraphQlBuilder on(", "PaymentGraphQl$.wire(");
        assertThat(topology.file("/PaymentGraphQl$.java")).contains("final class PaymentGraphQl$ {");
    }

    @Test
    void twoMeaningsOfOneNameThatWasMadeUpAreRefused() {
        String yaml = PAYMENT.replace("OPENED", "sent")
                .replace("PaymentSent: { id: uuid }", "PaymentSent: { id: uuid, one: VALUE, other: \"map<Tag[]>\" }")
                .replace("records:", "records:\n  Tag: { id: uuid }\n  TagList: { id: uuid }");

        assertThatThrownBy(() -> GeneratedTopology.of(yaml.replace("VALUE", "map<TagList>")))
                .isInstanceOf(InvalidTopologyException.class)
                .hasMessageContaining("an entry of 'map<org.example.Tag[]>'")
                .hasMessageContaining("would both be the GraphQL type 'TagListEntry'");
        assertThatCode(() -> GeneratedTopology.of(yaml.replace("VALUE", "\"map<Tag[]>\""))
                        .compile())
                .doesNotThrowAnyException();
    }

    @Test
    void aPackageNamedAsAVariableOfTheWiringIsFound() throws Exception {
        GeneratedTopology topology = GeneratedTopology.of("""
                topology: shop
                namespace: wiring.example
                types: { Outputs: { enum: [NEAR, FAR] } }
                records:
                  Payment: { id: uuid, outputs: Outputs }
                topics:
                  payments: { type: Payment, key: id }
                graphql:
                  subscriptions: { payments: }
                """);

        topology.compile();

        assertThat(topology.file("/ShopGraphQl.java")).contains("wiring.example.Outputs.values()");
    }
}
