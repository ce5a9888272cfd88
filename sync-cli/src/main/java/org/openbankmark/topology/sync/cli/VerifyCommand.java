package org.openbankmark.topology.sync.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.sync.render.VerificationText;
import org.openbankmark.topology.sync.verify.Lack;
import org.openbankmark.topology.sync.verify.Needs;
import org.openbankmark.topology.sync.verify.NeedsOfJar;
import org.openbankmark.topology.sync.verify.NeedsOfTopology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Whether a live system serves a program. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        abbreviateSynopsis = true,
        sortOptions = false,
        header = "Says whether cluster and registry have what a jar or a file needs; changes nothing.",
        description = {
            "",
            "To be run before a deployment: topics, partitions that keys count on, and",
            "schemas under their subjects. Exits 0 if all is there, 3 if something is missing.",
            "",
            "Example: sync-cli verify --jar target/orders-service.jar --env prod",
            ""
        })
final class VerifyCommand implements Callable<Integer> {
    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private SyncCli root;

    @Option(
            names = "--jar",
            paramLabel = "JAR",
            description = "A jar with classes that the topology plugin generated, in itself or in jars inside it.")
    private @Nullable Path jar;

    @Mixin
    private final FileOptions file = new FileOptions();

    @Mixin
    private final ServerOptions servers = new ServerOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws InvalidTopologyException {
        if (jar != null && file.fileGiven()) {
            throw new UsageException("give --jar or --file, not both", null);
        }
        try (Session session = Session.open(servers, root.surroundings())) {
            Needs needs = jar != null ? NeedsOfJar.of(jar, file.environment()) : NeedsOfTopology.of(file.load());
            List<Lack> lacks = session.verify(needs);
            root.surroundings()
                    .out()
                    .print(
                            output.json()
                                    ? VerificationText.json(needs, lacks)
                                    : VerificationText.text(needs, lacks, output.style(root.surroundings())));
            return lacks.isEmpty() ? ExitCode.DONE : ExitCode.CHANGES;
        }
    }
}
