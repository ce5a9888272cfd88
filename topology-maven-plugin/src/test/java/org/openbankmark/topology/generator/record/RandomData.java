package org.openbankmark.topology.generator.record;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/** Random values as Avro's generic writer takes them, logical types as their bases; extreme ones are frequent. */
final class RandomData {
    private static final String[] TEXTS = {
        "",
        "a",
        "NL66OPEN0000000000",
        "ünïcödé",
        "漢字かな交じり文",
        "\uD83D\uDE00 emoji",
        "\u0000 nul",
        "نص عربي",
        "tab\tnewline\n"
    };
    private static final long[] LONGS = {
        0, 1, -1, 63, 64, -64, -65, 8191, 8192, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
    };
    private static final double[] DOUBLES = {
        0.0,
        -0.0,
        1.5,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Double.MIN_VALUE,
        Double.MAX_VALUE
    };

    private final Random random;

    RandomData(Random random) {
        this.random = random;
    }

    /** A value of the schema. */
    Object value(Schema schema, int depth) {
        if (schema.getLogicalType() != null) {
            Object value = logical(schema);
            if (value != null) {
                return value;
            }
        }
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> random.nextBoolean();
            case INT -> (int) aLong();
            case LONG -> aLong();
            case FLOAT -> (float) aDouble();
            case DOUBLE -> aDouble();
            case STRING -> text();
            case BYTES -> ByteBuffer.wrap(bytes(random.nextInt(20) == 0 ? 5000 : random.nextInt(10)));
            case FIXED -> new GenericData.Fixed(schema, bytes(schema.getFixedSize()));
            case ENUM ->
                new GenericData.EnumSymbol(
                        schema,
                        schema.getEnumSymbols()
                                .get(random.nextInt(schema.getEnumSymbols().size())));
            case ARRAY -> list(schema, depth);
            case MAP -> map(schema, depth);
            case UNION -> value(branch(schema, depth), depth);
            case RECORD -> record(schema, depth);
        };
    }

    /** A record of the schema. */
    GenericData.Record record(Schema schema, int depth) {
        GenericData.Record record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.schema(), depth + 1));
        }
        return record;
    }

    private List<Object> list(Schema schema, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = size(schema.getElementType(), depth); i > 0; i--) {
            list.add(value(schema.getElementType(), depth + 1));
        }
        return list;
    }

    private Map<String, Object> map(Schema schema, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = size(schema.getValueType(), depth); i > 0; i--) {
            map.put(text() + i, value(schema.getValueType(), depth + 1));
        }
        return map;
    }

    /** Deep down nothing; of plain values sometimes many. */
    private int size(Schema item, int depth) {
        if (depth > 6) {
            return 0;
        }
        boolean plain = item.getType().ordinal() > Schema.Type.UNION.ordinal();
        return plain && random.nextInt(50) == 0 ? 1500 : random.nextInt(4);
    }

    private Schema branch(Schema union, int depth) {
        if (depth > 6) {
            for (Schema branch : union.getTypes()) {
                if (branch.getType() != Schema.Type.RECORD) {
                    return branch;
                }
            }
        }
        return union.getTypes().get(random.nextInt(union.getTypes().size()));
    }

    private Object logical(Schema schema) {
        String name = schema.getLogicalType().getName();
        return switch (name) {
            case "uuid" -> uuid(schema);
            case "decimal" -> decimal(schema);
            case "time-millis" -> random.nextInt(86_400_000);
            case "time-micros" -> (long) (random.nextDouble() * 86_400_000_000L);
            default -> null;
        };
    }

    private Object uuid(Schema schema) {
        UUID uuid = new UUID(aLong(), random.nextLong());
        if (schema.getType() == Schema.Type.STRING) {
            return uuid.toString();
        }
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        return new GenericData.Fixed(schema, bytes.array());
    }

    private Object decimal(Schema schema) {
        LogicalTypes.Decimal decimal = (LogicalTypes.Decimal) schema.getLogicalType();
        BigInteger bound = BigInteger.TEN.pow(decimal.getPrecision());
        BigInteger unscaled =
                switch (random.nextInt(4)) {
                    case 0 -> BigInteger.ZERO;
                    case 1 -> bound.subtract(BigInteger.ONE);
                    case 2 -> bound.subtract(BigInteger.ONE).negate();
                    default -> new BigInteger(200, random).mod(bound);
                };
        byte[] bytes = unscaled.toByteArray();
        if (schema.getType() == Schema.Type.BYTES) {
            return ByteBuffer.wrap(bytes);
        }
        byte[] padded = new byte[schema.getFixedSize()];
        java.util.Arrays.fill(padded, (byte) (unscaled.signum() < 0 ? -1 : 0));
        System.arraycopy(bytes, 0, padded, padded.length - bytes.length, bytes.length);
        return new GenericData.Fixed(schema, padded);
    }

    private long aLong() {
        return switch (random.nextInt(3)) {
            case 0 -> LONGS[random.nextInt(LONGS.length)];
            case 1 -> random.nextInt(1000);
            default -> random.nextLong();
        };
    }

    private double aDouble() {
        return random.nextBoolean() ? DOUBLES[random.nextInt(DOUBLES.length)] : random.nextGaussian() * 1e6;
    }

    private String text() {
        String text = TEXTS[random.nextInt(TEXTS.length)];
        return switch (random.nextInt(60)) {
            case 0 -> "long ".repeat(2000) + text;
            case 1 -> text.repeat(70);
            default -> text;
        };
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
