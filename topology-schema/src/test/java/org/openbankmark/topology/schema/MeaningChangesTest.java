package org.openbankmark.topology.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "['null',{'type':'int','logicalType':'time-millis'}];['null',{'type':'long','logicalType':'time-micros'}];time-millis is read as time-micros",
                "['null'," + CENTS + "];['null'," + FINER + "];a decimal of scale 2 is read with scale 4",
                CENTS + ";['null'," + FINER + "];a decimal of scale 2 is read with scale 4",
                "{'type':'array','items':" + MILLIS + "};{'type':'array','items':" + MICROS
                        + "};timestamp-millis is read as timestamp-micros",
                "{'type':'map','values':" + CENTS + "};{'type':'map','values':" + FINER
                        + "};a decimal of scale 2 is read with scale 4",
            })
    void aChangeThatReadsOtherValuesIsFound(String written, String read, String change) {
        assertThat(changes(record(read), record(written))).containsExactly("amount: " + change);
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
    void aChangeThatReadsTheSameValuesIsNot(String written, String read) {
        assertThat(changes(record(read), record(written))).isEmpty();
    }

    @Test
    void aUnionsBranchOfTheSameTypeComesBeforeOneItIsPromotedTo() {
        Schema read = record("['null'," + MICROS + ",{'type':'int','logicalType':'time-millis'}]");
        assertThat(changes(read, record("{'type':'int','logicalType':'time-millis'}")))
                .isEmpty();
    }

    @Test
    void aRecordOfAnotherNamespaceInAUnionIsReadAndSoCompared() {
        String price = "{'type':'record','name':'Price','namespace':'%s','fields':[{'name':'value','type':%s}]}";
        Schema read = record("['null'," + price.formatted("new", FINER) + "]");
        assertThat(changes(read, record("['null'," + price.formatted("old", CENTS) + "]")))
                .containsExactly("amount.value: a decimal of scale 2 is read with scale 4");
    }

    @Test
    void itIsFoundInRecordsWithinRecordsThatContainThemselves() {
        assertThat(changes(node(MICROS), node(MILLIS)))
                .containsExactly("inner.at: timestamp-millis is read as timestamp-micros");
    }

    @Test
    void aFieldOfAnotherNameIsFoundByItsAlias() {
        Schema next = schema(
                "{'type':'record','name':'R','fields':[{'name':'price','aliases':['amount'],'type':" + FINER + "}]}");
        assertThat(changes(next, record(CENTS))).containsExactly("price: a decimal of scale 2 is read with scale 4");
    }

    private static List<String> changes(Schema reader, Schema writer) {
        assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        List<String> found = new ArrayList<>();
        MeaningChanges.find(reader, writer, (place, change) -> found.add(place + ": " + change));
        return found;
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
