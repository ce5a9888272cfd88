package org.openbankmark.topology.sync.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.sync.plan.Plan;
import org.openbankmark.topology.sync.render.Json;
import org.openbankmark.topology.sync.render.PlanText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows what would change. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        header = "Shows what would change, in the order of doing, and changes nothing.",
        description = {
            "",
            "Compares the file with cluster and registry, asks both for their opinion, and",
            "checks each new schema against the versions that its level demands.",
            "+ comes, ~ changes, − goes; what is refused says what to do about it.",
            "",
            "Exits 0; 1 if the plan cannot be done as it is; with --fail-on-changes 3 if",
            "anything differs.",
            "",
            "Example: sync-cli plan -f topology.yaml --env prod --out plan.json",
            ""
        })
final class PlanCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SyncCli root;

    @Mixin
    private final FileOptions file = new FileOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final ChangeOptions changes = new ChangeOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Saves the plan for: sync-cli apply FILE. It is refused there if anything changed since.")
    private @Nullable Path out;

    @Option(names = "--fail-on-changes", description = "Exits 3 if cluster or registry are not as the file says.")
    private boolean failOnChanges;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws InvalidTopologyException {
        PlanRequest request = PlanRequest.of(file, changes);
        try (Session session = Session.open(servers, root.surroundings())) {
            Desired desired = request.load();
            Session.Planned planned = session.plan(request, desired);
            ObjectNode document = SavedPlan.document(planned, request);
            if (out != null) {
                SavedPlan.write(document, out);
            }
            root.surroundings()
                    .out()
                    .print(
                            output.json()
                                    ? Json.text(document)
                                    : PlanText.of(planned.plan(), planned.target(), output.style(root.surroundings())));
            return code(planned.plan());
        }
    }

    private int code(Plan plan) {
        if (failOnChanges && !plan.inSync()) {
            return ExitCode.CHANGES;
        }
        return plan.feasible() ? ExitCode.DONE : ExitCode.ERROR;
    }
}
