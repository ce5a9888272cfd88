package org.openbankmark.topology.generator.record;

import org.openbankmark.topology.generator.java.JavaType.ClassName;

/** Classes that generated records and codecs name. */
final class Classes {
    static final ClassName BOOLEAN = lang("Boolean");
    static final ClassName CHAR_SEQUENCE = lang("CharSequence");
    static final ClassName DOUBLE = lang("Double");
    static final ClassName FLOAT = lang("Float");
    static final ClassName INDEX_OUT_OF_BOUNDS = lang("IndexOutOfBoundsException");
    static final ClassName INTEGER = lang("Integer");
    static final ClassName LONG = lang("Long");
    static final ClassName MATH = lang("Math");
    static final ClassName NULL_POINTER = lang("NullPointerException");
    static final ClassName OBJECT = lang("Object");
    static final ClassName OVERRIDE = lang("Override");
    static final ClassName STRING = lang("String");
    static final ClassName STRING_BUILDER = lang("StringBuilder");
    static final ClassName SUPPRESS_WARNINGS = lang("SuppressWarnings");
    static final ClassName THROWABLE = lang("Throwable");
    static final ClassName VOID = lang("Void");

    static final ClassName ARRAY_LIST = util("ArrayList");
    static final ClassName LINKED_HASH_MAP = util("LinkedHashMap");
    static final ClassName LIST = util("List");
    static final ClassName MAP = util("Map");
    static final ClassName MAP_ENTRY = util("Map").nested("Entry");
    static final ClassName RANDOM = util("Random");
    static final ClassName UUID = util("UUID");

    static final ClassName BIG_DECIMAL = ClassName.of("java.math", "BigDecimal");
    static final ClassName BIG_INTEGER = ClassName.of("java.math", "BigInteger");
    static final ClassName BYTE_BUFFER = ClassName.of("java.nio", "ByteBuffer");
    static final ClassName CHARSETS = ClassName.of("java.nio.charset", "StandardCharsets");
    static final ClassName IO_EXCEPTION = ClassName.of("java.io", "IOException");
    static final ClassName OBJECT_INPUT = ClassName.of("java.io", "ObjectInput");
    static final ClassName OBJECT_OUTPUT = ClassName.of("java.io", "ObjectOutput");
    static final ClassName INSTANT = ClassName.of("java.time", "Instant");
    static final ClassName LOCAL_DATE = ClassName.of("java.time", "LocalDate");
    static final ClassName LOCAL_DATE_TIME = ClassName.of("java.time", "LocalDateTime");
    static final ClassName LOCAL_TIME = ClassName.of("java.time", "LocalTime");
    static final ClassName ZONE_OFFSET = ClassName.of("java.time", "ZoneOffset");
    static final ClassName GENERATED = ClassName.of("javax.annotation.processing", "Generated");

    static final ClassName AVRO_EXCEPTION = ClassName.of("org.apache.avro", "AvroRuntimeException");
    static final ClassName AVRO_TYPE_EXCEPTION = ClassName.of("org.apache.avro", "AvroTypeException");
    static final ClassName CONVERSION = ClassName.of("org.apache.avro", "Conversion");
    static final ClassName CONVERSIONS = ClassName.of("org.apache.avro", "Conversions");
    static final ClassName SCHEMA = ClassName.of("org.apache.avro", "Schema");
    static final ClassName TIME_CONVERSIONS = ClassName.of("org.apache.avro.data", "TimeConversions");
    static final ClassName ENUM_SYMBOL = ClassName.of("org.apache.avro.generic", "GenericEnumSymbol");
    static final ClassName AVRO_GENERATED = specific("AvroGenerated");
    static final ClassName FIXED_SIZE = specific("FixedSize");
    static final ClassName SPECIFIC_DATA = specific("SpecificData");
    static final ClassName DATUM_READER = specific("SpecificDatumReader");
    static final ClassName DATUM_WRITER = specific("SpecificDatumWriter");
    static final ClassName ERROR_BUILDER_BASE = specific("SpecificErrorBuilderBase");
    static final ClassName EXCEPTION_BASE = specific("SpecificExceptionBase");
    static final ClassName SPECIFIC_FIXED = specific("SpecificFixed");
    static final ClassName RECORD_BASE = specific("SpecificRecordBase");
    static final ClassName RECORD_BUILDER_BASE = specific("SpecificRecordBuilderBase");

    static final ClassName NULL_MARKED = ClassName.of("org.jspecify.annotations", "NullMarked");
    static final ClassName AVRO_READER = codec("AvroReader");
    static final ClassName AVRO_WRITER = codec("AvroWriter");
    static final ClassName ERROR_DATA = codec("ErrorData");
    static final ClassName FIELDS = codec("Fields");
    static final ClassName RECORD_CODEC = codec("RecordCodec");
    static final ClassName TRUSTED_CLASSES = codec("TrustedClasses");

    private Classes() {}

    private static ClassName lang(String name) {
        return ClassName.of("java.lang", name);
    }

    private static ClassName util(String name) {
        return ClassName.of("java.util", name);
    }

    private static ClassName specific(String name) {
        return ClassName.of("org.apache.avro.specific", name);
    }

    private static ClassName codec(String name) {
        return ClassName.of("org.openbankmark.topology.runtime.codec", name);
    }
}
