package org.openbankmark.topology.model.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RulesDocumentedTest {
    private static final Path REFERENCE = Path.of("../docs/topology-format.md");

    @Test
    void theReferenceListsJustTheRulesThatThereAre() throws Exception {
        Set<String> documented = new TreeSet<>();
        Matcher row =
                Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\| .+ \\| .+ \\|$").matcher(rules());
        while (row.find()) {
            assertThat(documented.add(row.group(1)))
                    .as("%s stands once", row.group(1))
                    .isTrue();
        }

        assertThat(documented)
                .isEqualTo(Arrays.stream(Rule.values()).map(Rule::id).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String rules() throws Exception {
        String text = Files.readString(REFERENCE);
        return text.substring(text.indexOf("## Rules"));
    }
}
