package org.openbankmark.topology.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.problem.Problem;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.testing.Cases;

/** Bad input is data: each case stands beside the exact text that its author gets. */
class BadInputTest {

    @TestFactory
    Stream<DynamicTest> everyMistakeIsToldWithItsPlaceAndRemedy() {
        return Cases.bad().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    String text = rendered(problems(file));
                    assertThat(text).isEqualTo(Cases.expected(Cases.beside(file, ".errors"), text));
                }));
    }

    @Test
    void noExpectationIsLeftWithoutItsCase() throws Exception {
        try (Stream<Path> files = Files.list(Cases.bad("tab").getParent())) {
            assertThat(files.filter(file -> file.toString().endsWith(".errors")))
                    .hasSameSizeAs(Cases.bad())
                    .hasSizeGreaterThanOrEqualTo(70);
        }
    }

    @Test
    void everyRuleIsBrokenByACase() {
        Set<String> broken = Cases.bad().stream()
                .flatMap(file -> problems(file).stream())
                .map(Problem::rule)
                .collect(Collectors.toSet());
        // Two need a file of 16 MiB or an environment that is asked for; they have tests of their own.
        Set<Rule> elsewhere = EnumSet.of(Rule.TOO_LARGE, Rule.UNKNOWN_ENVIRONMENT);
        assertThat(EnumSet.complementOf(EnumSet.copyOf(elsewhere)))
                .allSatisfy(rule -> assertThat(broken).contains(rule.id()));
    }

    @Test
    void theCaretStandsUnderTheWordThatIsWrong() {
        Problem problem = problems(Cases.bad("unknown-type")).get(0);
        List<String> lines = problem.render().lines().toList();
        int caret = lines.get(2).indexOf('^');

        assertThat(lines.get(1).substring(caret, caret + problem.width())).isEqualTo("strin");
        assertThat(problem.location().line()).isEqualTo(4);
    }

    private static String rendered(List<Problem> problems) {
        String folder = Cases.bad("tab").getParent().toString().replace('\\', '/') + "/";
        return problems.stream()
                .map(Problem::render)
                .collect(Collectors.joining("\n", "", "\n"))
                .replace(folder, "");
    }

    private static List<Problem> problems(Path file) {
        InvalidTopologyException e =
                catchThrowableOfType(InvalidTopologyException.class, () -> TopologyLoader.load(file, Optional.empty()));
        assertThat(e).as("%s must be refused", file).isNotNull();
        return e.problems();
    }
}
