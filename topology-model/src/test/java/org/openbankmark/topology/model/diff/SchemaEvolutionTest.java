package org.openbankmark.topology.model.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.diff.Incompatibility.Direction;

class SchemaEvolutionTest {
    private static final String CENTS = "{'type':'bytes','logicalType':'decimal','precision':12,'scale':2}";
    private static final String FINER = "{'type':'bytes','logicalType':'decimal','precision':12,'scale':4}";

    @Test
    void aDecimalOfAnotherScaleIsRefusedForAllWhoWouldReadIt() {
        assertThat(check(Compatibility.BACKWARD, FINER, CENTS))
                .extracting(Incompatibility::direction, Incompatibility::place, Incompatibility::reason)
                .containsExactly(tuple(
                        Direction.BACKWARD,
                        "amount",
                        "a decimal of scale 2 is read with scale 4, which gives another value"));
        assertThat(check(Compatibility.FULL, FINER, CENTS))
                .extracting(Incompatibility::direction)
                .containsExactly(Direction.BACKWARD, Direction.FORWARD);
        assertThat(check(Compatibility.NONE, FINER, CENTS)).isEmpty();
    }

    @Test
    void onlyTransitiveLevelsLookAtMoreThanTheLatestVersion() {
        assertThat(check(Compatibility.BACKWARD, FINER, CENTS, FINER)).isEmpty();
        assertThat(check(Compatibility.BACKWARD_TRANSITIVE, FINER, CENTS, FINER))
                .extracting(Incompatibility::version)
                .containsExactly(1);
    }

    private static List<Incompatibility> check(Compatibility level, String next, String... earlier) {
        List<SchemaVersion> versions = new ArrayList<>();
        for (String type : earlier) {
            versions.add(new SchemaVersion(versions.size() + 1, record(type)));
        }
        return SchemaEvolution.check(level, record(next), versions);
    }

    private static Schema record(String type) {
        String json = "{'type':'record','name':'R','fields':[{'name':'amount','type':" + type + "}]}";
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }
}
