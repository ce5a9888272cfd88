package org.openbankmark.topology.runtime.codec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.avro.AvroTypeException;

/** The logical type {@code decimal}: an unscaled two's-complement number, most significant byte first. */
final class Decimals {
    private Decimals() {}

    static byte[] unscaled(BigDecimal value, int precision, int scale) {
        BigDecimal scaled = value;
        if (value.scale() != scale) {
            // Before anything is worked out: 1E+999999999 at its scale has as many digits as that.
            long digits = (long) value.precision() - value.scale() + scale;
            if (digits > precision && value.signum() != 0) {
                throw tooManyDigits(digits, precision, scale);
            }
            try {
                scaled = value.setScale(scale, RoundingMode.UNNECESSARY);
            } catch (ArithmeticException rounding) {
                throw new AvroTypeException(
                        "a decimal with " + value.scale() + " digits after the point cannot be written with " + scale
                                + " without rounding",
                        rounding);
            }
        }
        if (scaled.precision() > precision) {
            throw tooManyDigits(scaled.precision(), precision, scale);
        }
        return scaled.unscaledValue().toByteArray();
    }

    private static AvroTypeException tooManyDigits(long digits, int precision, int scale) {
        return new AvroTypeException("a decimal with " + digits + " digits (at scale " + scale
                + ") cannot be written with precision " + precision);
    }

    /** How many bytes of sign come before the unscaled number. */
    static int padding(BigDecimal value, int unscaledBytes, int size) {
        if (unscaledBytes > size) {
            throw new AvroTypeException("a decimal with " + value.precision() + " digits takes " + unscaledBytes
                    + " bytes and does not fit into a fixed of " + size);
        }
        return size - unscaledBytes;
    }
}
