package org.openbankmark.topology.sync.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.model.diff.CompatibilityRule;
import org.openbankmark.topology.model.diff.Finding;
import org.openbankmark.topology.model.diff.Severity;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.Plan;
import org.openbankmark.topology.sync.state.Registered;
import org.openbankmark.topology.sync.state.RegistryState;
import org.openbankmark.topology.sync.state.SubjectState;

/**
 * Asks the registry for its own opinion of the schemas of a plan. It answers by the level that it has now, so it is asked only
 * where the plan leaves the level as it is; the planner has checked all of them by the level that will be.
 */
public final class RegistryChecks {
    private final SubjectsApi api;
    private final Parallel parallel;

    public RegistryChecks(SubjectsApi api, Parallel parallel) {
        this.api = api;
        this.parallel = parallel;
    }

    /** What the registry would refuse. */
    public List<Finding> refusals(Plan plan, RegistryState registry) {
        Map<String, Compatibility> changing = new TreeMap<>();
        List<Change.RegisterSchema> schemas = new ArrayList<>();
        for (Change change : plan.changes()) {
            if (change instanceof Change.SetLevel level) {
                changing.put(level.subject(), level.to());
            } else if (change instanceof Change.RegisterSchema schema) {
                schemas.add(schema);
            }
        }
        List<Change.RegisterSchema> askable = schemas.stream()
                .filter(schema -> schema.after().isPresent() && !changing.containsKey(schema.subject()))
                .toList();
        List<Finding> refusals = new ArrayList<>();
        for (Optional<Finding> found : parallel.map(askable, schema -> check(schema, registry))) {
            found.ifPresent(refusals::add);
        }
        return refusals;
    }

    private Optional<Finding> check(Change.RegisterSchema schema, RegistryState registry) {
        SubjectState subject = registry.subjects().get(schema.subject());
        if (subject == null) {
            return Optional.empty();
        }
        boolean all = CompatibilityRule.of(subject.level()).transitive();
        List<Registered> versions = all ? subject.versions() : List.of(subject.latest());
        return versions.stream()
                .filter(version -> !api.compatible(schema.subject(), version.version(), schema.schema()))
                .findFirst()
                .map(version -> new Finding(
                        "schema-incompatible",
                        Severity.BREAKING,
                        schema.subject(),
                        "the schema registry takes the schema of " + schema.record() + " as incompatible with version "
                                + version.version() + " at level " + subject.level(),
                        "make the change in smaller, compatible steps",
                        Optional.empty()));
    }
}
