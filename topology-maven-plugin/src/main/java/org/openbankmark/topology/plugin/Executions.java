package org.openbankmark.topology.plugin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openbankmark.topology.generator.pipeline.GenerationRequest;

/**
 * What the executions of one project have generated in this build. What is on the disk tells two executions of one topology file from
 * none whose configuration was changed: each would take the other's files for its own of yesterday, and remove them. Safe for use by
 * several threads.
 */
final class Executions {
    private static final String KEY = "executions";
    private static final String ON_COMMAND_LINE = "default-cli";

    private final Map<List<Path>, Execution> byFiles = new ConcurrentHashMap<>();

    private record Execution(String id, GenerationRequest request) {}

    /**
     * Those of the project and the build that a goal belongs to.
     *
     * @param pluginContext which Maven keeps for a plugin, a project and a build
     */
    static Executions in(Map<Object, Object> pluginContext) {
        return (Executions) pluginContext.computeIfAbsent(KEY, key -> new Executions());
    }

    /** Takes an execution; what is wrong with it beside the others, if anything. */
    Optional<String> add(String id, GenerationRequest request) {
        Execution other =
                byFiles.put(List.of(request.topologyFile(), request.stateDirectory()), new Execution(id, request));
        // A phase that runs twice in a build, as it does for some reports, brings the same execution again. A goal on
        // the command line does not have an execution's own configuration; what that then generates takes its place.
        if (other == null
                || other.id().equals(id)
                || other.id().equals(ON_COMMAND_LINE)
                || other.request().equals(request)) {
            return Optional.empty();
        }
        return Optional.of("the executions '" + other.id() + "' and '" + id + "' both generate from "
                + request.topologyFile() + ", each in its own way, and would remove each other's files."
                + " Keep one of them, and put the other into a module of its own");
    }
}
