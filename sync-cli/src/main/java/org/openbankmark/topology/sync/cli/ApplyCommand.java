package org.openbankmark.topology.sync.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.sync.apply.Result;
import org.openbankmark.topology.sync.render.Json;
import org.openbankmark.topology.sync.render.PlanText;
import org.openbankmark.topology.sync.render.ResultJson;
import org.openbankmark.topology.sync.render.ResultText;
import org.openbankmark.topology.sync.render.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Plans, and does it. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        header = "Plans, and does it.",
        description = {
            "",
            "A plan with refusals is not begun. What a server refuses on the way does not",
            "stop what does not depend on it; the account at the end says of each change",
            "whether it is done. Applying again finishes the job.",
            "",
            "Exits 0 when all is done, 1 when nothing was begun, 4 when something is not done.",
            "",
            "Examples: sync-cli apply -f topology.yaml --env prod",
            "          sync-cli apply plan.json",
            "          sync-cli apply --allow-delete=old_orders --previous before.yaml",
            ""
        })
final class ApplyCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SyncCli root;

    @Parameters(
            arity = "0..1",
            paramLabel = "PLAN",
            description =
                    "A plan saved with: sync-cli plan --out PLAN. Its options hold, and its file and environment unless"
                            + " they are given anew.")
    private @Nullable Path saved;

    @Mixin
    private final FileOptions file = new FileOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final ChangeOptions changes = new ChangeOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws InvalidTopologyException {
        @Nullable SavedPlan plan = saved == null ? null : read(saved);
        PlanRequest request = plan == null ? PlanRequest.of(file, changes) : plan.request(file);
        try (Session session = Session.open(servers, root.surroundings())) {
            Desired desired = request.load();
            Session.Planned planned = session.planToApply(request, desired);
            ObjectNode document = SavedPlan.document(planned, request);
            if (plan != null) {
                plan.requireSame(document, session.registryAddresses());
            }
            Style style = output.style(root.surroundings());
            say(output.json() ? "" : PlanText.of(planned.plan(), planned.target(), style));
            if (!planned.plan().refusals().isEmpty()) {
                say(output.json() ? Json.text(ResultJson.refused(document)) : "");
                return ExitCode.ERROR;
            }
            Result result = session.apply(planned.plan());
            if (output.json()) {
                say(Json.text(ResultJson.of(document, result)));
            } else if (!planned.plan().changes().isEmpty()) {
                say("\n" + ResultText.of(result, style));
            }
            return result.complete() ? ExitCode.DONE : ExitCode.PARTLY;
        }
    }

    /** Options that the plan was not made with would be ignored, and with them what they guard. */
    private SavedPlan read(Path path) {
        List<String> given = changes.given();
        if (!given.isEmpty()) {
            throw new UsageException(
                    String.join(" and ", given) + " cannot be given beside the saved plan " + path
                            + ", whose own options hold: give them to sync-cli plan --out; names of --allow-delete are"
                            + " joined to it by =",
                    null);
        }
        return SavedPlan.read(path);
    }

    private void say(String text) {
        root.surroundings().out().print(text);
        root.surroundings().out().flush();
    }
}
