package org.openbankmark.topology.generator.record;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Random schemas of records: every type, nested, recursive, under names that are hard on Java. */
final class RandomSchemas {
    private static final List<String> FIELDS = List.of(
            "iban",
            "new_balance",
            "a_type",
            "class",
            "int",
            "null",
            "Object",
            "String",
            "List",
            "Schema",
            "Builder",
            "Record",
            "Override",
            "getClass",
            "schema",
            "get",
            "put",
            "data",
            "value",
            "in",
            "out",
            "record",
            "item",
            "entry",
            "list",
            "map",
            "n",
            "i",
            "e",
            "other",
            "field",
            "fields",
            "java",
            "org",
            "yield",
            "var",
            "_x",
            "X",
            "x",
            "__y",
            "Y",
            "aB",
            "a_b",
            "A_b",
            "message",
            "specific_data",
            "class_schema",
            "self",
            "toString",
            "hashCode",
            "builder",
            "depth",
            "random",
            "SCHEMA",
            "MODEL",
            "INSTANCE",
            "AvroReader",
            "Fields",
            "type",
            "read",
            "write",
            "text",
            "items",
            "_1");
    private static final List<String> TYPES = List.of(
            "Object",
            "String",
            "Integer",
            "Long",
            "List",
            "Map",
            "Record",
            "Override",
            "Schema",
            "Instant",
            "UUID",
            "Builder",
            "AvroReader",
            "AvroWriter",
            "Fields",
            "Generated",
            "Nullable",
            "ArrayList",
            "Void",
            "Enum",
            "Class",
            "record",
            "class",
            "Address",
            "Line",
            "customer",
            "Conversion",
            "SpecificData",
            "BigDecimal",
            "ByteBuffer",
            "Math",
            "Random",
            "SuppressWarnings",
            "NullPointerException",
            "Types");
    private static final List<String> SYMBOLS =
            List.of("AUTO", "MANUAL", "class", "Schema", "String", "values", "Builder", "name", "a", "A", "at");
    private static final int MOST_NESTED = 4;

    private final Random random;
    private final Set<String> taken = new HashSet<>();
    private final List<Schema> usable = new ArrayList<>();
    private final String namespace;
    private int named;

    private RandomSchemas(Random random, String namespace) {
        this.random = random;
        this.namespace = namespace;
    }

    /** A record, all of whose types are in the namespace or below it. */
    static Schema record(Random random, String namespace) {
        return new RandomSchemas(random, namespace).record(0, random.nextInt(60) == 0 ? 60 : 7);
    }

    private Schema record(int depth, int mostFields) {
        Schema record = Schema.createRecord(
                typeName(), random.nextBoolean() ? "A */ \\u002a/ {@code} doc" : null, space(), false);
        // From here on it may be used by what lies within it, where a union or a list ends the recursion.
        usable.add(record);
        int count = random.nextInt(mostFields + 1);
        List<Schema.Field> fields = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String name = FIELDS.get(random.nextInt(FIELDS.size()));
            if (!names.add(name)) {
                name = "field" + i;
                names.add(name);
            }
            fields.add(new Schema.Field(
                    name, type(depth + 1, false), random.nextInt(4) == 0 ? "\"doc\" <b> $ # \\" : null));
        }
        record.setFields(fields);
        return record;
    }

    private Schema type(int depth, boolean ends) {
        int kind = random.nextInt(depth > 4 ? 14 : 22);
        return switch (kind) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> Schema.create(Schema.Type.values()[6 + random.nextInt(8)]);
            case 8, 9, 10, 11, 12, 13 -> logical();
            case 14, 15 -> optional(depth);
            case 16 -> union(depth);
            case 17, 18 -> Schema.createArray(type(depth + 1, true));
            case 19 -> Schema.createMap(type(depth + 1, true));
            default -> namedType(depth, ends);
        };
    }

    private Schema logical() {
        return switch (random.nextInt(12)) {
            case 0 -> LogicalTypes.uuid().addToSchema(Schema.createFixed(typeName(), null, space(), 16));
            case 1 -> LogicalTypes.uuid().addToSchema(Schema.create(Schema.Type.STRING));
            case 2 -> {
                int precision = 1 + random.nextInt(40);
                yield LogicalTypes.decimal(precision, random.nextInt(precision + 1))
                        .addToSchema(Schema.create(Schema.Type.BYTES));
            }
            case 3 ->
                LogicalTypes.decimal(1 + random.nextInt(18), 0)
                        .addToSchema(Schema.createFixed(typeName(), null, space(), 8 + random.nextInt(5)));
            case 4 -> LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
            case 5 -> LogicalTypes.timeMillis().addToSchema(Schema.create(Schema.Type.INT));
            case 6 -> LogicalTypes.timeMicros().addToSchema(Schema.create(Schema.Type.LONG));
            case 7 -> LogicalTypes.timestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
            case 8 -> LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
            case 9 -> LogicalTypes.localTimestampMillis().addToSchema(Schema.create(Schema.Type.LONG));
            case 10 -> LogicalTypes.localTimestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
            default -> Schema.create(Schema.Type.NULL);
        };
    }

    private Schema optional(int depth) {
        Schema type = type(depth + 1, true);
        if (type.getType() == Schema.Type.UNION || type.getType() == Schema.Type.NULL) {
            return type;
        }
        Schema nothing = Schema.create(Schema.Type.NULL);
        return random.nextInt(4) > 0 ? Schema.createUnion(nothing, type) : Schema.createUnion(type, nothing);
    }

    private Schema union(int depth) {
        List<Schema> branches = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (random.nextInt(3) > 0) {
            branches.add(Schema.create(Schema.Type.NULL));
            names.add("null");
        }
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            Schema type = type(depth + 1, true);
            if (type.getType() != Schema.Type.UNION && !isConfusable(type, branches) && names.add(type.getFullName())) {
                branches.add(type);
            }
        }
        if (branches.stream().allMatch(type -> type.getType() == Schema.Type.RECORD)) {
            // One of them may be around this union: without a way out it would have no finite value.
            branches.add(Schema.create(Schema.Type.NULL));
        }
        return Schema.createUnion(branches);
    }

    /** Two types of one Java class in a union: Avro itself always writes the first. */
    private static boolean isConfusable(Schema type, List<Schema> branches) {
        return type.getLogicalType() != null
                && branches.stream()
                        .anyMatch(other ->
                                other.getLogicalType() != null && sort(other).equals(sort(type)));
    }

    private static String sort(Schema type) {
        return type.getLogicalType().getName().replace("-millis", "").replace("-micros", "");
    }

    private Schema namedType(int depth, boolean ends) {
        if (!usable.isEmpty() && ends && random.nextInt(3) == 0) {
            return usable.get(random.nextInt(usable.size()));
        }
        if (named > MOST_NESTED || depth > 3) {
            return Schema.create(Schema.Type.STRING);
        }
        return switch (random.nextInt(4)) {
            case 0 -> {
                List<String> symbols = new ArrayList<>(SYMBOLS.subList(0, 1 + random.nextInt(SYMBOLS.size())));
                yield Schema.createEnum(typeName(), null, space(), symbols);
            }
            case 1 -> Schema.createFixed(typeName(), null, space(), random.nextInt(20));
            default -> record(depth, 4);
        };
    }

    private String typeName() {
        named++;
        String name = random.nextInt(3) > 0 ? TYPES.get(random.nextInt(TYPES.size())) : "Type";
        while (!taken.add(name.toLowerCase(java.util.Locale.ROOT))) {
            name = "Type" + random.nextInt(10_000);
        }
        return name;
    }

    private String space() {
        return random.nextInt(5) == 0 ? namespace + ".int.sub" : namespace;
    }
}
