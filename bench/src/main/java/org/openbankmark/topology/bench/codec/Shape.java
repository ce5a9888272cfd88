package org.openbankmark.topology.bench.codec;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.topology.bench.shapes.Address;
import org.openbankmark.topology.bench.shapes.Channel;
import org.openbankmark.topology.bench.shapes.Measurements;
import org.openbankmark.topology.bench.shapes.Person;
import org.openbankmark.topology.bench.shapes.Purchase;
import org.openbankmark.topology.bench.shapes.ShapesTopics;
import org.openbankmark.topology.bench.shapes.Text;
import org.openbankmark.topology.runtime.topic.Topic;

/** A record that is written and read. */
@SuppressWarnings("ImmutableEnumChecker") // a topic never changes
public enum Shape {
    /** A record of 30 fields, in four nested records. */
    nested_record(ShapesTopics.PURCHASE) {
        @Override
        SpecificRecord record() {
            return purchase();
        }
    },
    /** An array of 1,000 longs of all sizes. */
    long_array(ShapesTopics.MEASUREMENTS) {
        @Override
        SpecificRecord record() {
            return new Measurements(LongStream.range(0, 1_000)
                    .map(i -> (i % 2 == 0 ? 1 : -1) * (0x0123456789abcdefL >>> (i % 60)))
                    .boxed()
                    .toList());
        }
    },
    /** A string of 10,000 letters, all of them Latin. */
    long_string(ShapesTopics.TEXT) {
        @Override
        SpecificRecord record() {
            return new Text(
                    "All work and no play makes Jack a dull boy. ".repeat(228).substring(0, 10_000));
        }
    },
    /** A string of 1,000 characters in Greek, Chinese and emoji. */
    foreign_string(ShapesTopics.TEXT) {
        @Override
        SpecificRecord record() {
            return new Text("Ἐν ἀρχῇ ἦν ὁ λόγος 太初有道 🏦💶 ".repeat(40).substring(0, 1_000));
        }
    },
    /** The bank's event of 92 bytes. */
    balance_changed(BankTopics.BALANCE_CHANGED) {
        @Override
        SpecificRecord record() {
            return new BalanceChanged(
                    "NL66OPEN0000000000",
                    123_456_789,
                    -1_234,
                    "NL80OPEN0123456789",
                    "ah pin 2026-01-01T12:00",
                    4_711,
                    new UUID(0x0123456789abcdefL, 0xfedcba9876543210L));
        }
    };

    private final Topic<? extends SpecificRecord> topic;

    Shape(Topic<? extends SpecificRecord> topic) {
        this.topic = topic;
    }

    /** The topic of these records. */
    Topic<? extends SpecificRecord> topic() {
        return topic;
    }

    abstract SpecificRecord record();

    private static Purchase purchase() {
        return new Purchase(
                new UUID(1, 2),
                4_711L,
                Instant.ofEpochMilli(1_767_225_600_123L),
                "EUR",
                1_234_567L,
                0.05,
                true,
                Channel.WEB,
                "leave it with the neighbours",
                2.5f,
                person(3, "Anna", "van den Berg", "anna@example.org"),
                person(4, "Bram", "de Vries", null));
    }

    private static Person person(long id, String given, String family, @Nullable String email) {
        return new Person(
                new UUID(id, id),
                given,
                family,
                LocalDate.of(1984, 2, 29),
                email,
                new Address("Keizersgracht", 123, "1015 CJ", "Amsterdam", "NL"));
    }

    /** As the command line names them; all of them, the bank's own last, where there are none. */
    static List<Shape> named(List<String> names) {
        return names.isEmpty()
                ? List.of(values())
                : names.stream().map(Shape::valueOf).toList();
    }
}
