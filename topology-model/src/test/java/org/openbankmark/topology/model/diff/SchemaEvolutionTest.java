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

    @Test
    void anAliasThatAnEarlierVersionHasAsAFieldBesideTheNewNameIsRefusedByItsName() {
        Schema both = parse("{'name':'name','type':'string'},{'name':'full_name','type':['null','string']}");
        Schema renamed = parse("{'name':'full_name','type':['null','string'],'aliases':['name']}");
        List<SchemaVersion> versions = List.of(new SchemaVersion(2, both));

        assertThat(SchemaEvolution.check(Compatibility.BACKWARD, renamed, versions))
                .containsExactly(new Incompatibility(
                        2,
                        Direction.BACKWARD,
                        "full_name",
                        "the writer has a field for each of its names 'full_name' and 'name', and Avro takes one only",
                        "remove the alias 'name'"));
        assertThat(SchemaEvolution.check(Compatibility.FORWARD, both, List.of(new SchemaVersion(1, renamed))))
                .extracting(Incompatibility::direction, Incompatibility::place)
                .containsExactly(tuple(Direction.FORWARD, "full_name"));
        assertThat(SchemaEvolution.check(Compatibility.NONE, renamed, versions)).isEmpty();
        assertThat(SchemaEvolution.check(
                        Compatibility.BACKWARD,
                        renamed,
                        List.of(new SchemaVersion(1, parse("{'name':'name','type':'string'}")))))
                .isEmpty();
    }

    @Test
    void suchAnAliasIsFoundInRecordsWithin() {
        String holder = "{'name':'owners','type':{'type':'array','items':['null',"
                + "{'type':'record','name':'%s','fields':[%s]}]}}";
        Schema both = parse(holder.formatted("Owner", "{'name':'a','type':'int'},{'name':'b','type':'int'}"));
        String renamed = "{'name':'c','type':'int','aliases':['a','b'],'default':0}";

        assertThat(SchemaEvolution.check(
                        Compatibility.BACKWARD,
                        parse(holder.formatted("Owner", renamed)),
                        List.of(new SchemaVersion(1, both))))
                .extracting(Incompatibility::place, Incompatibility::advice)
                .containsExactly(tuple("owners.c", "remove the alias 'b'"));
    }

    @Test
    void whatAvroCannotCompareIsRefusedToo() {
        String owner = "{'name':'owner','type':{'type':'record','name':'Owner','namespace':'%s','fields':[%s]}}";
        Schema both = parse(owner.formatted("old", "{'name':'a','type':'int'},{'name':'b','type':'int'}"));
        Schema moved = parse(owner.formatted("new", "{'name':'a','type':'int','aliases':['b']}"));

        assertThat(SchemaEvolution.check(Compatibility.BACKWARD, moved, List.of(new SchemaVersion(1, both))))
                .singleElement()
                .satisfies(wrong ->
                        assertThat(wrong.reason()).startsWith("Avro cannot compare the two, Reader record field"));
    }

    private static Schema parse(String fields) {
        String json = "{'type':'record','name':'R','fields':[" + fields + "]}";
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }

    private static List<Incompatibility> check(Compatibility level, String next, String... earlier) {
        List<SchemaVersion> versions = new ArrayList<>();
        for (String type : earlier) {
            versions.add(new SchemaVersion(versions.size() + 1, record(type)));
        }
        return SchemaEvolution.check(level, record(next), versions);
    }

    private static Schema record(String type) {
        return parse("{'name':'amount','type':" + type + "}");
    }
}
