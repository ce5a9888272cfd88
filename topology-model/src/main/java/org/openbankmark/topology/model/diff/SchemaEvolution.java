package org.openbankmark.topology.model.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
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
        List<AmbiguousAliases.Found> ambiguous = AmbiguousAliases.find(reader, writer);
        for (AmbiguousAliases.Found field : ambiguous) {
            wrong.add(new Incompatibility(
                    version,
                    direction,
                    field.place(),
                    IncompatibilityText.reason(field),
                    IncompatibilityText.advice(field, direction)));
        }
        if (ambiguous.isEmpty()) {
            resolve(wrong, version, direction, reader, writer);
        }
    }

    private static void resolve(
            List<Incompatibility> wrong, int version, Direction direction, Schema reader, Schema writer) {
        SchemaCompatibilityResult result;
        try {
            result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                    .getResult();
        } catch (AvroRuntimeException incomparable) {
            // Such as an alias in a record that moved to another namespace; registries, which ask Avro too, refuse it.
            wrong.add(new Incompatibility(
                    version,
                    direction,
                    "",
                    IncompatibilityText.reason(incomparable),
                    "keep the names of records, fields and aliases"));
            return;
        }
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
