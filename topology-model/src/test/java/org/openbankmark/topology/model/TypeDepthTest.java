package org.openbankmark.topology.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openbankmark.topology.model.problem.InvalidTopologyException;
import org.openbankmark.topology.model.testing.TopologyText;

/** How deep a type may be through names that stand for one another; in which order they stand does not matter. */
class TypeDepthTest {

    @TempDir
    Path folder;

    /** Names of which each stands for the one before, with a suffix; the first for a string. */
    private static List<String> chain(int names, String suffix) {
        return IntStream.range(0, names)
                .mapToObj(i -> "  A" + i + ": " + (i == 0 ? "string" : "A" + (i - 1) + suffix) + "\n")
                .collect(Collectors.toList());
    }

    private Topology load(List<String> types) throws Exception {
        String text = "topology: shop\nnamespace: com.example.shop\ntypes:\n" + String.join("", types)
                + "records: { Order: { id: A0, last: A" + (types.size() - 1) + " } }\n"
                + "topics: { orders: { type: Order } }\n";
        return TopologyLoader.load(TopologyText.write(folder, text), Optional.empty());
    }

    private void isRefused(List<String> types) {
        assertThatExceptionOfType(InvalidTopologyException.class)
                .isThrownBy(() -> load(types))
                .withMessageContaining("the type is more than 100 deep, through the names that stand for others")
                .withMessageContaining("[too-deep]");
    }

    @Test
    void aHundredAndOneNamesAreRefusedInEitherOrder() {
        List<String> types = chain(101, "");
        isRefused(types);
        Collections.reverse(types);
        isRefused(types);
    }

    @Test
    void listsInListsThroughManyNamesAreRefusedInEitherOrder() {
        List<String> types = chain(300, "[]".repeat(50));
        isRefused(types);
        Collections.reverse(types);
        isRefused(types);
    }

    @Test
    void maybeMapsAndUnionsCountAsListsDo() {
        isRefused(chain(60, "[]?"));
        isRefused(IntStream.range(0, 60)
                .mapToObj(i -> "  A" + i + ": " + (i == 0 ? "string" : "\"map<A" + (i - 1) + "> | long\"") + "\n")
                .toList());
    }

    @Test
    void aHundredNamesAreTakenInEitherOrder() throws Exception {
        List<String> types = chain(100, "");
        assertThat(load(types).topics()).hasSize(1);
        Collections.reverse(types);
        assertThat(load(types).topics()).hasSize(1);
    }
}
