package org.openbankmark.topology.sync.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbankmark.topology.model.Topology;
import org.openbankmark.topology.model.TopologyLoader;
import org.openbankmark.topology.sync.apply.Outcome;
import org.openbankmark.topology.sync.apply.Result;
import org.openbankmark.topology.sync.plan.Change;
import org.openbankmark.topology.sync.plan.Plan;
import org.openbankmark.topology.sync.plan.Planner;
import org.openbankmark.topology.sync.plan.Target;

/**
 * What people read of a plan and of an apply. Each folder of golden/ is a case: before.yaml is what the servers have, after.yaml what
 * they shall have, servers.properties what else is on them; plan.txt is the plan, and account.txt the account of an apply in which
 * the changes named there went wrong. Written anew with -Dgolden.write=true.
 */
class GoldenTextTest {
    private static final Path CASES = Path.of("src/test/resources/golden");

    static Stream<Path> cases() throws IOException {
        List<Path> cases = new ArrayList<>();
        try (Stream<Path> folders = Files.list(CASES)) {
            folders.filter(Files::isDirectory).sorted().forEach(cases::add);
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsAsWritten(Path folder) throws Exception {
        GoldenServers servers = GoldenServers.read(folder);
        Topology after = TopologyLoader.load(folder.resolve("after.yaml"), Optional.empty());
        Plan plan = Planner.plan(after, servers.cluster(), servers.registry(), servers.options())
                .with(List.of(), servers.rejections());
        Target target = new Target(
                after.name(),
                "topology.yaml",
                servers.environment(),
                "golden",
                servers.cluster().brokers().size(),
                "http://registry:8081");

        same(folder.resolve("plan.txt"), PlanText.of(plan, target, new Style(false)), folder);
        if (plan.refusals().isEmpty() && !plan.changes().isEmpty()) {
            same(
                    folder.resolve("account.txt"),
                    ResultText.of(account(plan, servers.outcomes()), new Style(false)),
                    folder);
        }
    }

    private static Result account(Plan plan, Map<String, String> wrong) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Change change : plan.changes()) {
            String[] how = wrong.getOrDefault(change.id(), "DONE ").split(" ", 2);
            outcomes.add(new Outcome(change, Outcome.Status.valueOf(how[0]), how[1]));
        }
        return new Result(outcomes);
    }

    private static void same(Path golden, String text, Path folder) {
        // Places in files differ with the folder that the tests are run from.
        String plain = text.replace(folder.toString().replace('\\', '/') + "/after.yaml", "topology.yaml");
        try {
            if (Boolean.getBoolean("golden.write")) {
                Files.writeString(golden, plain);
            }
            assertThat(plain).as(golden.toString()).isEqualTo(Files.readString(golden));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
