package org.openbankmark.topology.runtime.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.avro.AvroTypeException;

/** Dates and times as Avro's logical types count them. */
final class Times {
    private static final long MICROS = 1_000_000;

    private Times() {}

    static int days(LocalDate date) {
        long days = date.toEpochDay();
        if (days != (int) days) {
            throw new AvroTypeException("the date " + date + " is out of range: its days since 1970 exceed an int");
        }
        return (int) days;
    }

    static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException overflow) {
            throw outOfRange(time, "milliseconds", overflow);
        }
    }

    static long micros(Instant time) {
        try {
            return micros(time.getEpochSecond(), time.getNano());
        } catch (ArithmeticException overflow) {
            throw outOfRange(time, "microseconds", overflow);
        }
    }

    static long millis(LocalDateTime time) {
        return millis(time.toInstant(ZoneOffset.UTC));
    }

    static long micros(LocalDateTime time) {
        return micros(time.toInstant(ZoneOffset.UTC));
    }

    static Instant fromMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1_000);
    }

    private static long micros(long seconds, int nanos) {
        if (seconds < 0 && nanos > 0) {
            // Counted from the second above, so that the earliest representable time does not overflow on its way.
            return Math.addExact(Math.multiplyExact(seconds + 1, MICROS), nanos / 1_000 - MICROS);
        }
        return Math.addExact(Math.multiplyExact(seconds, MICROS), nanos / 1_000);
    }

    private static AvroTypeException outOfRange(Instant time, String unit, ArithmeticException cause) {
        return new AvroTypeException(
                "the time " + time + " is out of range: its " + unit + " since 1970 exceed a long", cause);
    }
}
