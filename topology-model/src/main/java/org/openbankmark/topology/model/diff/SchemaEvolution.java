package org.openbankmark.topology.model.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityResult;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.diff.Incompatibility.Direction;
import org.openbankmark.topology.schema.MeaningChanges;

/**
 * Whether a schema may follow earlier ones, by the Avro specification's "Schema Resolution", and whether all that can be read is read as
 * what was written. Stateless.
 */
public final class SchemaEvolution {

    private SchemaEvolution() {}

    /**
     * What stands against a new version.
     *
     * @param earlier all earlier versions, in any order; a level that is not transitive looks at the latest alone
     * @return all that is wrong, the latest version first; empty if nothing is
     */
    public static List<Incompatibility> check(Compatibility level, Schema next, List<SchemaVersion> earlier) {
        CompatibilityRule rule = CompatibilityRule.of(level);
        List<SchemaVersion> newestFirst = new ArrayList<>(earlier);
        newestFirst.sort(Comparator.comparingInt(SchemaVersion::version).reversed());
        List<SchemaVersion> looked =
                rule.transitive() ? newestFirst : newestFirst.subList(0, Math.min(1, newestFirst.size()));
        List<Incompatibility> wrong = new ArrayList<>();
        for (SchemaVersion version : looked) {
            if (rule.backward()) {
                collect(wrong, version.version(), Direction.BACKWARD, next, version.schema());
            }
            if (rule.forward()) {
                collect(wrong, version.version(), Direction.FORWARD, version.schema(), next);
            }
        }
        return List.copyOf(wrong);
    }

    private static void collect(
            List<Incompatibility> wrong, int version, Direction direction, Schema reader, Schema writer) {
        MeaningChanges.find(
                reader,
                writer,
                (place, change) -> wrong.add(new Incompatibility(
                        version,
                        direction,
                        place,
                        change + ", which gives another value",
                        "keep it and add a new field with a default beside it")));
        SchemaCompatibilityResult result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        if (result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE) {
            return;
        }
        for (SchemaCompatibility.Incompatibility found : result.getIncompatibilities()) {
            wrong.add(new Incompatibility(
                    version,
                    direction,
                    FieldPlace.of(reader, found.getLocation()),
                    IncompatibilityText.reason(found),
                    IncompatibilityText.advice(found, direction)));
        }
    }
}
