package org.openbankmark.bank.local.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A service of the bank, as it is started here.
 *
 * @param name as commands and messages call it
 * @param jar below the project's root, executable
 * @param arguments of its main class
 * @param heapMegabytes the most its heap may take
 * @param waitsForTopics whether it may start while topics and schemas are made, since it tries again until they are there
 * @param portVariable the user's environment variable for its port, beside the default
 * @param port of its health and metrics
 * @param operations how it is told that port, and where it has them
 * @param ports further ones it listens on: the user's variable, and by it the service's own variable and the default
 */
record ServiceSpec(
        String name,
        String jar,
        List<String> arguments,
        int heapMegabytes,
        boolean waitsForTopics,
        String portVariable,
        int port,
        Operations operations,
        Map<String, OwnPort> ports) {

    /** The one that people look at. */
    static final String GRAPHQL = "graphql-endpoint";

    /** All services, in the order of their start. A new one is one more entry. */
    static final List<ServiceSpec> ALL = List.of(
            new ServiceSpec(
                    "command-handler",
                    "bank-services/target/bank-services.jar",
                    List.of("command-handler"),
                    256,
                    false,
                    "BANK_COMMAND_HANDLER_PORT",
                    17_883,
                    Operations.OF_SERVICES,
                    Map.of()),
            new ServiceSpec(
                    "command-generator",
                    "bank-services/target/bank-services.jar",
                    List.of("command-generator"),
                    192,
                    false,
                    "BANK_COMMAND_GENERATOR_PORT",
                    17_882,
                    Operations.OF_SERVICES,
                    Map.of()),
            new ServiceSpec(
                    "heartbeat",
                    "bank-services/target/bank-services.jar",
                    List.of("heartbeat"),
                    128,
                    false,
                    "BANK_HEARTBEAT_PORT",
                    17_881,
                    Operations.OF_SERVICES,
                    Map.of("BANK_PACE_PORT", new OwnPort("HEARTBEAT_CONTROL_PORT", 17_888))),
            new ServiceSpec(
                    GRAPHQL,
                    "bank-graphql/target/endpoint/bank-graphql.jar",
                    List.of(),
                    384,
                    true,
                    "BANK_GRAPHQL_PORT",
                    8_181,
                    new Operations("BANK_GRAPHQL_PORT", "/actuator/health", "/actuator/prometheus"),
                    Map.of()));

    /**
     * Health and metrics of a service.
     *
     * @param portVariable the service's own environment variable for its port
     * @param ready the path that answers 200 when it is ready
     * @param metrics the path of its metrics
     */
    record Operations(String portVariable, String ready, String metrics) {
        private static final Operations OF_SERVICES = new Operations("OPERATIONS_PORT", "/health/ready", "/metrics");
    }

    /**
     * A port beside that of health and metrics.
     *
     * @param variable the service's own environment variable for it
     * @param port where the user names no other
     */
    record OwnPort(String variable, int port) {}

    Path jarBelow(Path root) {
        return root.resolve(jar);
    }
}
