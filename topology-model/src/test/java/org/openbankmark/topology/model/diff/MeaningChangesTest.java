package org.openbankmark.topology.model.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.diff.Incompatibility.Direction;

/** Each change is one that Avro itself takes for compatible, or nothing would be shown. */
class MeaningChangesTest {
    private static final String CENTS = "{'type':'bytes','logicalType':'decimal','precision':12,'scale':2}";
    private static final String FINER = "{'type':'bytes','logicalType':'decimal','precision':12,'scale':4}";
    private static final String MILLIS = "{'type':'long','logicalType':'timestamp-millis'}";
    private static final String MICROS = "{'type':'long','logicalType':'timestamp-micros'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                CENTS + ";" + FINER + ";a decimal of scale 2 is read with scale 4",
                MILLIS + ";" + MICROS + ";timestamp-millis is read as timestamp-micros",
                "{'type':'int','logicalType':'time-millis'};{'type':'long','logicalType':'time-micros'};time-millis is read as time-micros",
                "['null'," + CENTS + "];['null'," + FINER + "];a decimal of scale 2 is read with scale 4",
                CENTS + ";['null'," + FINER + "];a decimal of scale 2 is read with scale 4",
                "{'type':'array','items':" + MILLIS + "};{'type':'array','items':" + MICROS
                        + "};timestamp-millis is read as timestamp-micros",
                "{'type':'map','values':" + CENTS + "};{'type':'map','values':" + FINER
                        + "};a decimal of scale 2 is read with scale 4",
            })
    void aChangeThatReadsOtherValuesIsRefused(String earlier, String next, String reason) {
        assertThat(check(Compatibility.BACKWARD, record(next), record(earlier)))
                .singleElement()
                .satisfies(wrong -> {
                    assertThat(wrong.direction()).isEqualTo(Direction.BACKWARD);
                    assertThat(wrong.place()).isEqualTo("amount");
                    assertThat(wrong.reason()).startsWith(reason);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "'long';" + MILLIS,
                MILLIS + ";'long'",
                CENTS + ";{'type':'bytes','logicalType':'decimal','precision':20,'scale':2}",
                MILLIS + ";" + MILLIS,
                "'int';'long'",
            })
    void aChangeThatReadsTheSameValuesIsNot(String earlier, String next) {
        assertThat(check(Compatibility.BACKWARD, record(next), record(earlier))).isEmpty();
    }

    @Test
    void itIsFoundInRecordsWithinRecordsThatContainThemselves() {
        assertThat(check(Compatibility.FULL, node(MICROS), node(MILLIS)))
                .extracting(Incompatibility::direction, Incompatibility::place)
                .containsExactly(tuple(Direction.BACKWARD, "inner.at"), tuple(Direction.FORWARD, "inner.at"));
    }

    @Test
    void aFieldOfAnotherNameIsFoundByItsAlias() {
        Schema next = schema(
                "{'type':'record','name':'R','fields':[{'name':'price','aliases':['amount'],'type':" + FINER + "}]}");
        assertThat(check(Compatibility.BACKWARD, next, record(CENTS)))
                .extracting(Incompatibility::place)
                .containsExactly("price");
    }

    private static List<Incompatibility> check(Compatibility level, Schema next, Schema earlier) {
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(next, earlier)
                        .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        return SchemaEvolution.check(level, next, List.of(new SchemaVersion(1, earlier)));
    }

    private static Schema record(String type) {
        return schema("{'type':'record','name':'R','fields':[{'name':'amount','type':" + type + "}]}");
    }

    private static Schema node(String time) {
        return schema("{'type':'record','name':'Node','fields':[{'name':'next','type':['null','Node']},"
                + "{'name':'inner','type':{'type':'record','name':'Inner','fields':[{'name':'at','type':" + time
                + "}]}}]}");
    }

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }
}
