package org.openbankmark.topology.generator.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openbankmark.topology.generator.pipeline.GeneratedTopology;
import org.openbankmark.topology.runtime.topic.Topic;

/** Keys decide partitions, so their text is fixed for each type. */
class KeysTest {
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.678Z"));
    private static ClassLoader classes;

    @BeforeAll
    static void generate() throws Exception {
        classes = GeneratedTopology.of("""
                topology: keys
                namespace: org.example
                types:
                  Color: { enum: [RED, class] }
                records:
                  Inner: { text: string, number: long }
                  Outer:
                    fields:
                      text: string
                      other: string
                      count: int
                      number: long
                      flag: boolean
                      id: uuid
                      color: Color
                      price: decimal(12,2)
                      day: date
                      hour: time-millis
                      at: timestamp-millis
                      inner: Inner
                  Second: { text: string, id: uuid }
                topics:
                  none: { type: Outer, key: none }
                  time: { type: Outer, key: $time }
                  text: { type: Outer, key: text }
                  count: { type: Outer, key: count }
                  flag: { type: Outer, key: flag }
                  id: { type: Outer, key: id }
                  color: { type: Outer, key: color }
                  price: { type: Outer, key: price }
                  day: { type: Outer, key: day }
                  hour: { type: Outer, key: hour }
                  at: { type: Outer, key: at }
                  dotted: { type: Outer, key: inner.number }
                  several: { type: Outer, key: [text, inner.text, count] }
                  events: { type: [Outer, Second], key: [id, text] }
                """).compile();
    }

    @Test
    void eachTypeHasItsText() throws Exception {
        assertThat(key("NONE", outer("t"))).isNull();
        assertThat(key("TIME", outer("t"))).isEqualTo("2026-01-02T03:04:05.678Z");
        assertThat(key("TEXT", outer("ä|b"))).isEqualTo("ä|b");
        assertThat(key("COUNT", outer("t"))).isEqualTo("-12");
        assertThat(key("FLAG", outer("t"))).isEqualTo("true");
        assertThat(key("ID", outer("t"))).isEqualTo("00000000-0000-0001-0000-000000000002");
        assertThat(key("DAY", outer("t"))).isEqualTo("2026-02-03");
        assertThat(key("DOTTED", outer("t"))).isEqualTo("9223372036854775807");
    }

    @Test
    void anEnumsKeyIsItsSymbolNotItsJavaName() throws Exception {
        assertThat(key("COLOR", outer("t"))).isEqualTo("class");
    }

    @Test
    void whatTheWireDoesNotCarryIsNotInTheKey() throws Exception {
        assertThat(key("PRICE", outer("t"))).isEqualTo("100.50");
        assertThat(key("HOUR", outer("t"))).isEqualTo("10:11:12.123");
        assertThat(key("AT", outer("t"))).isEqualTo("1969-12-31T23:59:59.999Z");
    }

    @Test
    void aDecimalThatTheWireDoesNotCarryIsNamedAsTheCodecDoes() throws Exception {
        SpecificRecord record = outer("t", "12.501");

        assertThatThrownBy(() -> key("PRICE", record))
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessageStartingWith("Outer.price: a decimal with 3 digits");
        SpecificRecord huge = outer("t", "1E+400000000");
        assertThatThrownBy(() -> key("PRICE", huge))
                .isInstanceOf(AvroRuntimeException.class)
                .hasMessageStartingWith("Outer.price: a decimal with 40000000");
    }

    @Test
    void severalFieldsAreJoinedSoThatDifferentOnesNeverGiveOneKey() throws Exception {
        assertThat(key("SEVERAL", outer("a|b"))).isEqualTo("a\\|b|inner|-12");
    }

    @Test
    void eachTypeOfATopicOfSeveralGivesItsKey() throws Exception {
        UUID id = new UUID(1, 2);
        SpecificRecord second = record("Second", "x", id);

        assertThat(key("EVENTS", outer("x"))).isEqualTo(id + "|x").isEqualTo(key("EVENTS", second));
    }

    @SuppressWarnings("unchecked")
    private static String key(String topic, SpecificRecord record) throws Exception {
        Object constant =
                classes.loadClass("org.example.KeysTopics").getField(topic).get(null);
        return ((Topic<Object>) constant).key().of(record, NOW);
    }

    private static SpecificRecord outer(String text) throws Exception {
        return outer(text, "100.5");
    }

    private static SpecificRecord outer(String text, String price) throws Exception {
        Object color = classes.loadClass("org.example.Color").getEnumConstants()[1];
        return record(
                "Outer",
                text,
                "other",
                -12,
                5L,
                true,
                new UUID(1, 2),
                color,
                new BigDecimal(price),
                LocalDate.of(2026, 2, 3),
                LocalTime.parse("10:11:12.123456789"),
                Instant.ofEpochSecond(0, -1),
                record("Inner", "inner", Long.MAX_VALUE));
    }

    private static SpecificRecord record(String name, Object... fields) throws Exception {
        Class<?> type = classes.loadClass("org.example." + name);
        for (var constructor : type.getConstructors()) {
            if (constructor.getParameterCount() == fields.length) {
                return (SpecificRecord) constructor.newInstance(fields);
            }
        }
        throw new AssertionError("no constructor of " + type + " takes " + fields.length);
    }
}
