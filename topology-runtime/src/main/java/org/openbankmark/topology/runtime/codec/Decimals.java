package org.openbankmark.topology.runtime.codec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.avro.AvroTypeException;

/** The logical type {@code decimal}: an unscaled two's-complement number, most significant byte first. Stateless. */
public final class Decimals {
    private Decimals() {}

    static byte[] unscaled(BigDecimal value, int precision, int scale) {
        return scaled(value, precision, scale).unscaledValue().toByteArray();
    }

    /**
     * The same number with so many digits after the point.
     *
     * @throws AvroTypeException if it has more digits than the precision, or would have to be rounded
     */
    public static BigDecimal scaled(BigDecimal value, int precision, int scale) {
        if (value.scale() == scale) {
            if (value.precision() > precision) {
                throw tooManyDigits(value.precision(), precision, scale);
            }
            return value;
        } else if (value.signum() == 0) {
            return BigDecimal.valueOf(0, scale);
        }
        // Before anything is worked out: 1E+999999999 at its scale has as many digits as that, and 1E-999999999 has
        // none.
        long digits = (long) value.precision() - value.scale() + scale;
        if (digits > precision) {
            throw tooManyDigits(digits, precision, scale);
        } else if (digits < 1) {
            throw rounded(value, scale);
        }
        try {
            return value.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException rounding) {
            throw (AvroTypeException) rounded(value, scale).initCause(rounding);
        }
    }

    private static AvroTypeException rounded(BigDecimal value, int scale) {
        return new AvroTypeException("a decimal with " + value.scale()
                + " digits after the point cannot be written with " + scale + " without rounding");
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
