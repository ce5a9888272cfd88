package org.openbankmark.bank.local.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What the load test is to do, with the defaults of all rules: the Settings of bench/load. Not safe for use by several threads. */
final class LoadTask {
    static final int LOOPS = 6_000;
    static final int LOOPS_PER_LOAD = 60;
    /** The heartbeat's largest batch, ten times a second. */
    static final int MOST = 100_000;

    private final ObjectNode json = new ObjectMapper().createObjectNode();

    LoadTask(String rule) {
        json.put("rule", rule);
        json.putNull("name").putNull("group").putNull("groups");
        json.put("loops", LOOPS)
                .put("loopsPerLoad", LOOPS_PER_LOAD)
                .put("startLoad", 0)
                .put("from", 0)
                .put("to", 0)
                .put("seconds", 1)
                .put("rate", 1)
                .put("limitMs", 500);
        json.putArray("loads");
    }

    LoadTask with(LoadHeading heading) {
        json.put("name", heading.name).put("group", heading.group);
        return withGroups(heading.groups);
    }

    LoadTask withGroups(@Nullable Path groups) {
        json.put("groups", groups == null ? null : groups.toAbsolutePath().toString());
        return this;
    }

    LoadTask with(String name, int value) {
        json.put(name, value);
        return this;
    }

    LoadTask withLoads(List<Integer> loads) {
        loads.forEach(json.putArray("loads")::add);
        return this;
    }

    String json(Path home) {
        return json.deepCopy().put("home", home.toString()).toString();
    }

    /** @throws ParameterException if it is not */
    static int within(CommandSpec spec, String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be from " + least + " to " + most + ", not " + value);
        }
        return value;
    }

    /**
     * A load that the heartbeat can be set to, which sends a batch ten times a second.
     *
     * @throws ParameterException if it is none
     */
    static int load(CommandSpec spec, String option, int value, int least) {
        if (within(spec, option, value, least, MOST) % 10 != 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    option + " must be a multiple of 10, as the heartbeat sends ten times a second; not " + value);
        }
        return value;
    }
}
