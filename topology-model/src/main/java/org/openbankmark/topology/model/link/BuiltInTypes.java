package org.openbankmark.topology.model.link;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.openbankmark.topology.model.type.LogicalKind;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.Type;

/** The types that have a name of one word and need no definition. */
final class BuiltInTypes {
    private static final Map<String, Type> TYPES = types();

    private BuiltInTypes() {}

    static Optional<Type> named(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** Their names; without uuid, decimal, fixed and map, which have a form of their own. */
    static Set<String> names() {
        return TYPES.keySet();
    }

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        types.put("boolean", PrimitiveType.BOOLEAN);
        types.put("int", PrimitiveType.INT);
        types.put("long", PrimitiveType.LONG);
        types.put("float", PrimitiveType.FLOAT);
        types.put("double", PrimitiveType.DOUBLE);
        types.put("bytes", PrimitiveType.BYTES);
        types.put("string", PrimitiveType.STRING);
        add(types, "date", LogicalKind.DATE, PrimitiveType.INT, LogicalTypes.date());
        add(types, "time-millis", LogicalKind.TIME_MILLIS, PrimitiveType.INT, LogicalTypes.timeMillis());
        add(types, "time-micros", LogicalKind.TIME_MICROS, PrimitiveType.LONG, LogicalTypes.timeMicros());
        add(
                types,
                "timestamp-millis",
                LogicalKind.TIMESTAMP_MILLIS,
                PrimitiveType.LONG,
                LogicalTypes.timestampMillis());
        add(
                types,
                "timestamp-micros",
                LogicalKind.TIMESTAMP_MICROS,
                PrimitiveType.LONG,
                LogicalTypes.timestampMicros());
        add(
                types,
                "local-timestamp-millis",
                LogicalKind.LOCAL_TIMESTAMP_MILLIS,
                PrimitiveType.LONG,
                LogicalTypes.localTimestampMillis());
        add(
                types,
                "local-timestamp-micros",
                LogicalKind.LOCAL_TIMESTAMP_MICROS,
                PrimitiveType.LONG,
                LogicalTypes.localTimestampMicros());
        return types;
    }

    private static void add(
            Map<String, Type> types,
            String name,
            LogicalKind kind,
            PrimitiveType base,
            org.apache.avro.LogicalType avro) {
        Schema schema = avro.addToSchema(base.schema());
        types.put(name, new LogicalType(kind, base, schema));
    }
}
