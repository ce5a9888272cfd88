package org.openbankmark.topology.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartTest {
    @Test
    void whatTakesLongIsMeasuredOnlyWhereItIsNamed() {
        assertThat(Part.of(List.of())).containsExactly(Part.IDLE, Part.BUSY, Part.HIGHEST);
        assertThat(Part.of(List.of("closed", "idle"))).containsExactly(Part.CLOSED, Part.IDLE);
        assertThat(Part.of(List.of("browser"))).containsExactly(Part.BROWSER);
    }

    @Test
    void anotherNameIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> Part.of(List.of("idle", "open")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no part 'open'. There are: idle, busy, highest, closed, browser");
    }

    @Test
    void resultsOfPartsThatWereNamedTakeNoPlaceOfThoseOfTheOthers() {
        assertThat(Part.benchmark(Part.of(List.of()))).isEqualTo("load");
        assertThat(Part.benchmark(Part.of(List.of("busy")))).isEqualTo("load");
        assertThat(Part.benchmark(Part.of(List.of("closed")))).isEqualTo("load-closed");
        assertThat(Part.benchmark(Part.of(List.of("idle", "closed", "browser"))))
                .isEqualTo("load-closed-browser");
    }
}
