package org.openbankmark.topology.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    @Test
    void theMedianIsTheOneInTheMiddleOrTheMeanOfTwo() {
        assertThat(new Measurement("odd", "s", List.of(9.0, 1.0, 2.0)).median()).isEqualTo(2);
        assertThat(new Measurement("even", "s", List.of(9.0, 1.0, 2.0, 3.0)).median())
                .isEqualTo(2.5);
    }

    @Test
    void aMeasurementWithoutARoundIsRefused() {
        assertThatThrownBy(() -> new Measurement("none", "s", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none");
    }
}
