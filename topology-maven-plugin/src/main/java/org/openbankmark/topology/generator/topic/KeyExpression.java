package org.openbankmark.topology.generator.topic;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaWriter;
import org.openbankmark.topology.generator.java.Javadoc;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.Topic;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.LogicalType;
import org.openbankmark.topology.model.type.PrimitiveType;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;

/**
 * The Java that takes a topic's key from a record. The text of a value never changes with the machine, its locale or its Java
 * version, because it decides the partition.
 */
final class KeyExpression {
    private static final ClassName KEY = ClassName.of("org.openbankmark.topology.runtime.topic", "Key");

    private final TopologySources sources;
    private final JavaWriter out;
    private final Topic topic;

    KeyExpression(TopologySources sources, JavaWriter out, Topic topic) {
        this.sources = sources;
        this.out = out;
        this.topic = topic;
    }

    /** A function from the record to the key. */
    String function(KeySpec.Fields fields) {
        if (needsMethod()) {
            return out.format("$T::$L", out.type(), methodName());
        }
        // No method reference to the record: a constant may have the record's name, and then hides it (JLS 6.4.2).
        RecordType type = topic.types().get(0);
        return "record -> " + key(type, fields);
    }

    /** The method that {@link #function} refers to, where one is needed: for records of several types. */
    void method(KeySpec.Fields fields) {
        if (!needsMethod()) {
            return;
        }
        TopicNames names = sources.names(topic);
        out.javadoc(Javadoc.of("The key of a record of {@code " + topic.name() + "}."));
        out.open("private static $T $L($T event) {", String.class, methodName(), names.value());
        for (RecordType type : topic.types()) {
            out.open("if (event instanceof $T record) {", sources.record(type));
            out.line("return $L;", key(type, fields));
            out.close();
        }
        out.line("throw new $T($S + event);", IllegalStateException.class, "no type of this topic: ");
        out.close().blank();
    }

    private boolean needsMethod() {
        return topic.types().size() > 1;
    }

    private String methodName() {
        return "keyOf" + sources.names(topic).base();
    }

    private String key(RecordType type, KeySpec.Fields fields) {
        List<String> parts = new ArrayList<>();
        for (String path : fields.paths()) {
            parts.add(text(type, path));
        }
        return parts.size() == 1 ? parts.get(0) : out.format("$T.join($L)", KEY, String.join(", ", parts));
    }

    private String text(RecordType type, String path) {
        StringBuilder value = new StringBuilder("record");
        RecordType owner = type;
        for (int start = 0, dot; (dot = path.indexOf('.', start)) >= 0; start = dot + 1) {
            Field field = sources.fieldAt(owner, path.substring(start, dot));
            value.append('.').append(sources.getter(owner, field)).append("()");
            owner = (RecordType) field.type();
        }
        Field last = sources.fieldAt(owner, path.substring(path.lastIndexOf('.') + 1));
        value.append('.').append(sources.getter(owner, last)).append("()");
        return keyText(last.type(), value.toString(), owner.name() + "." + last.name());
    }

    /** Text that Java defines for each of these; floating point is not among them, for its text changed with Java 19. */
    private String keyText(Type type, String value, String place) {
        if (type == PrimitiveType.STRING) {
            return value;
        } else if (type == PrimitiveType.INT) {
            return out.format("$T.toString($L)", Integer.class, value);
        } else if (type == PrimitiveType.LONG) {
            return out.format("$T.toString($L)", Long.class, value);
        } else if (type == PrimitiveType.BOOLEAN) {
            return out.format("$T.toString($L)", Boolean.class, value);
        } else if (type instanceof PrimitiveType) {
            throw new IllegalArgumentException(topic.path() + ": " + type + " cannot be a key");
        } else if (type instanceof LogicalType logical) {
            return logicalText(logical, value, place);
        }
        return value + ".toString()";
    }

    /** The text of the value as it is on the wire: readers, who see no more, must get the same key. */
    private String logicalText(LogicalType type, String value, String place) {
        return switch (type.kind()) {
            case UUID, DATE -> value + ".toString()";
            case DECIMAL -> out.format("$T.decimal($L, $L, $L, $S)", KEY, value, type.precision(), type.scale(), place);
            case TIME_MILLIS, TIMESTAMP_MILLIS, LOCAL_TIMESTAMP_MILLIS -> truncated(value, "MILLIS");
            case TIME_MICROS, TIMESTAMP_MICROS, LOCAL_TIMESTAMP_MICROS -> truncated(value, "MICROS");
        };
    }

    private String truncated(String value, String unit) {
        return out.format("$L.truncatedTo($T.$L).toString()", value, ChronoUnit.class, unit);
    }
}
