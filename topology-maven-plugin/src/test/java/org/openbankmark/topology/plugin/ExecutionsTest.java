package org.openbankmark.topology.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.output.Roots;
import org.openbankmark.topology.generator.pipeline.GenerationRequest;

/** Which executions of one project in one build may stand beside each other. */
class ExecutionsTest {
    private final Map<Object, Object> pluginContext = new HashMap<>();

    @Test
    void twoConfigurationsOfOneTopologyFileAreRefused() {
        assertThat(add("dev", request("topology.yaml", "state", "dev"))).isEmpty();

        assertThat(add("prod", request("topology.yaml", "state", "prod")).orElseThrow())
                .startsWith("the executions 'dev' and 'prod' both generate from ")
                .contains("topology.yaml", "a module of its own");
    }

    @Test
    void anotherTopologyFileOrStateDirectoryIsNoMatter() {
        assertThat(add("shop", request("shop.yaml", "state", "dev"))).isEmpty();
        assertThat(add("billing", request("billing.yaml", "state", "prod"))).isEmpty();
        assertThat(add("apart", request("shop.yaml", "other", "prod"))).isEmpty();
    }

    @Test
    void theSameMayComeTwiceInABuildAndChangeBetweenTwo() {
        assertThat(add("dev", request("topology.yaml", "state", "dev"))).isEmpty();
        assertThat(add("dev", request("topology.yaml", "state", "dev"))).isEmpty();
        assertThat(add("default-cli", request("topology.yaml", "state", "dev"))).isEmpty();

        pluginContext.clear();

        assertThat(add("prod", request("topology.yaml", "state", "prod"))).isEmpty();
    }

    @Test
    void anExecutionTakesThePlaceOfTheGoalOnTheCommandLineBeforeIt() {
        assertThat(add("default-cli", request("topology.yaml", "state", "dev"))).isEmpty();
        assertThat(add("prod", request("topology.yaml", "state", "prod"))).isEmpty();

        assertThat(add("default-cli", request("topology.yaml", "state", "dev"))).isPresent();
    }

    private Optional<String> add(String id, GenerationRequest request) {
        return Executions.in(pluginContext).add(id, request);
    }

    private static GenerationRequest request(String file, String state, String environment) {
        Path target = Path.of("target");
        return new GenerationRequest(
                Path.of(file),
                Optional.of(environment),
                new Roots(target.resolve("sources"), target.resolve("resources"), target.resolve("tests")),
                target.resolve(state),
                Set.of(),
                "1.0",
                "build");
    }
}
