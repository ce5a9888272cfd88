package org.openbankmark.bank.local.launch;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all rules of the load test let the user say of a run. */
final class LoadHeading {
    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Of this run; its rule, the bank's settings and the time.")
    @Nullable
    String name;

    @Option(
            names = "--group",
            paramLabel = "GROUP",
            description = "Runs of one group measure the same, and are drawn as their mean; the bank's settings.")
    @Nullable
    String group;

    @Option(
            names = "--groups",
            paramLabel = "FILE",
            description = "JSON that maps names of runs to groups: {\"first\": \"1 broker\"}. Goes before --group.")
    @Nullable
    Path groups;
}
