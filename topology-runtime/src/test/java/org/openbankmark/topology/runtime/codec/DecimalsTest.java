package org.openbankmark.topology.runtime.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.apache.avro.AvroTypeException;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void oneOfAHugeExponentIsRefusedBeforeItsDigitsAreWorkedOut() {
        assertThatThrownBy(() -> Decimals.unscaled(new BigDecimal("1E+999999999"), 12, 2))
                .isInstanceOf(AvroTypeException.class)
                .hasMessage("a decimal with 1000000002 digits (at scale 2) cannot be written with precision 12");
        assertThatThrownBy(() -> Decimals.unscaled(new BigDecimal("1E-400000000"), 12, 2))
                .isInstanceOf(AvroTypeException.class)
                .hasMessage(
                        "a decimal with 400000000 digits after the point cannot be written with 2 without rounding");
        assertThat(Decimals.unscaled(new BigDecimal("0E+999999999"), 12, 2)).containsExactly(0);
    }

    @Test
    void onesOfAnotherScaleAreWrittenAtTheirs() {
        assertThat(Decimals.unscaled(new BigDecimal("12.5"), 4, 2)).isEqualTo(new byte[] {4, (byte) 0xe2});
        assertThatThrownBy(() -> Decimals.unscaled(new BigDecimal("123.5"), 4, 2))
                .hasMessage("a decimal with 5 digits (at scale 2) cannot be written with precision 4");
        assertThatThrownBy(() -> Decimals.unscaled(new BigDecimal("0.001"), 4, 2))
                .hasMessageContaining("without rounding");
    }
}
