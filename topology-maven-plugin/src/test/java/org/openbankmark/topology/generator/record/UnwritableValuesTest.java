package org.openbankmark.topology.generator.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.testing.SchemaModel;
import org.openbankmark.topology.generator.testing.UserCode;

/** What generated codecs tell of values that they cannot write. */
class UnwritableValuesTest {

    @Test
    void aValueThatItsTypeHasNoRoomForIsNamed() {
        SchemaModel model = new SchemaModel();
        model.record("""
                {"type":"record","name":"Bill","namespace":"p","fields":[
                  {"name":"net","type":{"type":"bytes","logicalType":"decimal","precision":6,"scale":2}},
                  {"name":"tax","type":["null",{"type":"fixed","name":"Tax","size":2,"logicalType":"decimal","precision":4,"scale":2}]},
                  {"name":"parts","type":{"type":"map","values":{"type":"array","items":
                    {"type":"bytes","logicalType":"decimal","precision":6,"scale":2}}}},
                  {"name":"due","type":{"type":"record","name":"Due","fields":[
                    {"name":"day","type":{"type":"int","logicalType":"date"}},
                    {"name":"at","type":["string",{"type":"long","logicalType":"timestamp-micros"}]}]}}]}""");
        String write = """
                java.math.BigDecimal one = new java.math.BigDecimal("1.00");
                java.math.BigDecimal fine = new java.math.BigDecimal("1.001");
                Due due = new Due(LocalDate.EPOCH, "soon");
                BillCodec.INSTANCE.write(%s, new AvroWriter());
                return 1;""";
        Map<String, String> places = Map.of(
                "new Bill(fine, null, Map.of(), due)", "Bill.net: a decimal with 3 digits",
                "new Bill(one, fine, Map.of(), due)", "Bill.tax: a decimal with 3 digits",
                "new Bill(one, one, Map.of(\"k\", List.of(one, fine)), due)",
                        "Bill.parts[k][1]: a decimal with 3 digits",
                "new Bill(one, one, Map.of(), new Due(LocalDate.MAX, due.getAt()))",
                        "Due.day: the date +999999999-12-31",
                "new Bill(one, one, Map.of(), new Due(due.getDay(), Instant.MAX))",
                        "Due.at: the time +1000000000-12-31");

        places.forEach((record, message) -> assertThatThrownBy(() -> UserCode.run(model, "p", write.formatted(record)))
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessageStartingWith(message));
    }

    @Test
    void noMessageTellsWhatASecretFieldHolds() {
        SchemaModel model = new SchemaModel();
        model.record("""
                {"type":"record","name":"Wallet","namespace":"p","fields":[
                  {"name":"born","secret":true,"type":{"type":"int","logicalType":"date"}},
                  {"name":"balances","secret":true,"type":{"type":"map","values":
                    {"type":"bytes","logicalType":"decimal","precision":6,"scale":2}}},
                  {"name":"owner","secret":true,"type":{"type":"record","name":"Customer","fields":[
                    {"name":"limits","type":{"type":"map","values":
                      {"type":"bytes","logicalType":"decimal","precision":6,"scale":2}}}]}},
                  {"name":"others","secret":true,"type":{"type":"array","items":"Customer"}},
                  {"name":"heirs","secret":true,"type":["null",{"type":"map","values":["string","Customer"]}]}]}""");
        String write = """
                java.math.BigDecimal fine = new java.math.BigDecimal("1.001");
                Map<String, java.math.BigDecimal> none = new HashMap<>();
                none.put("token", null);
                LocalDate day = LocalDate.EPOCH;
                Customer nobody = new Customer(Map.of());
                Customer rounded = new Customer(Map.of("token", fine));
                WalletCodec.INSTANCE.write(%s, new AvroWriter());
                return 1;""";
        Map<String, String> messages = Map.of(
                "new Wallet(LocalDate.MAX, Map.of(), nobody, List.of(), null)",
                        "Wallet.born: a secret value that its type has no room for",
                "new Wallet(day, Map.of(\"token\", fine), nobody, List.of(), null)",
                        "Wallet.balances[***]: a secret value that its type has no room for",
                "new Wallet(day, none, nobody, List.of(), null)",
                        "Wallet.balances[***] is null, which its schema does not allow",
                "new Wallet(day, Map.of(), rounded, List.of(), null)",
                        "Wallet.owner: a secret value that cannot be written",
                "new Wallet(day, Map.of(), new Customer(none), List.of(), null)",
                        "Wallet.owner: a secret value that cannot be written",
                "new Wallet(day, Map.of(), nobody, List.of(nobody, rounded), null)",
                        "Wallet.others: a secret value that cannot be written",
                "new Wallet(day, Map.of(), nobody, Arrays.asList(nobody, null), null)",
                        "Wallet.others[***] is null, which its schema does not allow",
                "new Wallet(day, Map.of(), nobody, List.of(), Map.of(\"token\", rounded))",
                        "Wallet.heirs: a secret value that cannot be written");

        messages.forEach(
                (record, message) -> assertThatThrownBy(() -> UserCode.run(model, "p", write.formatted(record)))
                        .isInstanceOf(AvroRuntimeException.class)
                        .hasMessage(message)
                        .satisfies(e -> assertThat(Throwables.getStackTrace(e))
                                .doesNotContain("token", "digits", "999999999")));
    }
}
