package org.openbankmark.topology.generator.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openbankmark.topology.generator.java.JavaType.ArrayOf;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.generator.java.JavaType.Extends;
import org.openbankmark.topology.generator.java.JavaType.Nullable;
import org.openbankmark.topology.generator.java.JavaType.Parameterized;
import org.openbankmark.topology.generator.java.JavaType.Primitive;

/**
 * Writes one Java source file: indents by four, imports what is named, keeps lists within 120 columns.
 *
 * <p>In templates {@code $T} is a {@link JavaType} or a {@link Class}, {@code $L} anything as it is, {@code $S} a text that
 * becomes a string literal, and {@code $$} a dollar. Every type is written by {@code $T}, those of java.lang too, because a
 * topology may have a record named String. Not thread-safe.
 */
public final class JavaWriter {
    private static final int COLUMNS = 120;
    private static final String INDENT = "    ";
    private static final ClassName NULLABLE = ClassName.of("org.jspecify.annotations", "Nullable");
    private static final ClassName OBJECT = ClassName.of("java.lang", "Object");

    private final ClassName type;
    private final Imports imports;
    private final List<String> head = new ArrayList<>();
    private final StringBuilder body = new StringBuilder(16_384);
    private int level;

    /**
     * An empty file.
     *
     * @param type the file's class
     * @param packageNames simple names of the classes that are known to be in its package
     */
    public JavaWriter(ClassName type, Set<String> packageNames) {
        this.type = type;
        this.imports = new Imports(type, packageNames);
    }

    /** The class that this file defines. */
    public ClassName type() {
        return type;
    }

    /** Adds a comment line above the package; the text is escaped. */
    public JavaWriter head(String comment) {
        head.add(comment);
        return this;
    }

    /** Keeps a simple name for a nested class or a type variable, before any type of that name is written. */
    public JavaWriter declare(String simpleName) {
        imports.declare(simpleName);
        return this;
    }

    /** A type as this file writes it; it is imported if need be. */
    public String name(JavaType javaType) {
        if (javaType instanceof Primitive primitive) {
            return primitive.keyword();
        } else if (javaType instanceof ClassName name) {
            String[] parts = imports.split(name);
            return parts[0] + parts[1];
        } else if (javaType instanceof Parameterized parameterized) {
            return name(parameterized.raw()) + arguments(parameterized);
        } else if (javaType instanceof ArrayOf array) {
            return name(array.element()) + "[]";
        } else if (javaType instanceof Extends wildcard) {
            return wildcard.bound().equals(OBJECT) ? "?" : "? extends " + name(wildcard.bound());
        } else {
            return nullable(((Nullable) javaType).type());
        }
    }

    /** A template filled in. */
    public String format(String template, Object... args) {
        int place = template.indexOf('$');
        if (place < 0) {
            return template;
        }
        StringBuilder out = new StringBuilder(template.length() + 96);
        int next = 0;
        int from = 0;
        for (; place >= 0; from = place + 2, place = template.indexOf('$', from)) {
            out.append(template.substring(from, place));
            char kind = template.charAt(place + 1);
            switch (kind) {
                case 'T' -> out.append(type(args[next++]));
                case 'L' -> out.append(args[next++]);
                case 'S' -> out.append(Escaping.literal(String.valueOf(args[next++])));
                case '$' -> out.append('$');
                default -> throw new IllegalArgumentException("no such placeholder: $" + kind + " in " + template);
            }
        }
        if (next != args.length) {
            throw new IllegalArgumentException(args.length + " arguments for " + next + " places in " + template);
        }
        return out.append(template.substring(from)).toString();
    }

    /** Adds a line. */
    public JavaWriter line(String template, Object... args) {
        return raw(format(template, args));
    }

    /** Adds a line of code in which nothing is filled in; one that is too long is broken. */
    public JavaWriter raw(String line) {
        if (line.length() <= room()) {
            return verbatim(line);
        }
        LongLines.split(line, room()).forEach(this::verbatim);
        return this;
    }

    /** Adds a line as it is: of a comment, or of a text block. */
    public JavaWriter verbatim(String line) {
        if (!line.isEmpty()) {
            body.append(INDENT.repeat(level)).append(line);
        }
        body.append('\n');
        return this;
    }

    /** Adds an empty line. */
    public JavaWriter blank() {
        body.append('\n');
        return this;
    }

    /** Adds a line that begins a block, such as <code>if (x) {</code>. */
    public JavaWriter open(String template, Object... args) {
        line(template, args);
        level++;
        return this;
    }

    /** Adds a line that ends one block and begins another, such as <code>} else {</code>. */
    public JavaWriter next(String template, Object... args) {
        level--;
        line(template, args);
        level++;
        return this;
    }

    /** Adds a line that ends a block, such as <code>}</code>. */
    public JavaWriter close(String template, Object... args) {
        level--;
        return line(template, args);
    }

    /** Ends a block. */
    public JavaWriter close() {
        return close("}");
    }

    /** Indents what follows. */
    public JavaWriter indent() {
        level++;
        return this;
    }

    /** Ends {@link #indent}. */
    public JavaWriter outdent() {
        level--;
        return this;
    }

    /**
     * Adds items between a head and a tail: on one line, or the items on a line of their own, or each on one, as 120
     * columns allow.
     *
     * @param separator without the space behind it, such as {@code ,}; items are parted by it and a space
     */
    public JavaWriter list(String head, List<String> items, String separator, String tail) {
        String inOne = head + String.join(separator + " ", items) + tail;
        if (items.isEmpty() || level * 4 + inOne.length() <= COLUMNS) {
            return raw(inOne);
        }
        raw(head.stripTrailing());
        level += 2;
        String inSecond = String.join(separator + " ", items) + tail;
        if (level * 4 + inSecond.length() <= COLUMNS) {
            raw(inSecond);
        } else {
            for (int i = 0; i < items.size(); i++) {
                raw(items.get(i) + (i < items.size() - 1 ? separator : tail));
            }
        }
        level -= 2;
        return this;
    }

    /** Adds a comment; nothing for an empty one. */
    public JavaWriter javadoc(Javadoc doc) {
        if (!doc.isEmpty()) {
            doc.lines(room()).forEach(this::verbatim);
        }
        return this;
    }

    /** How many characters a line may still have at this indentation. */
    public int room() {
        return COLUMNS - level * 4;
    }

    /** The whole file. */
    public String toSource() {
        StringBuilder source = new StringBuilder(body.length() + 1024);
        head.forEach(line -> source.append("// ").append(Escaping.comment(line)).append('\n'));
        if (!type.packageName().isEmpty()) {
            source.append("package ").append(type.packageName()).append(";\n\n");
        }
        imports.imports().forEach(name -> source.append("import ").append(name).append(";\n"));
        if (!imports.imports().isEmpty()) {
            source.append('\n');
        }
        return source.append(body).toString();
    }

    private String type(Object arg) {
        if (arg instanceof Class<?> loaded) {
            return loaded.isPrimitive() ? loaded.getName() : name(ClassName.of(loaded));
        }
        return name((JavaType) arg);
    }

    private String arguments(Parameterized parameterized) {
        StringBuilder out = new StringBuilder("<");
        for (JavaType argument : parameterized.arguments()) {
            out.append(out.length() > 1 ? ", " : "").append(name(argument));
        }
        return out.append('>').toString();
    }

    private String nullable(JavaType plain) {
        String annotation = "@" + name(NULLABLE) + " ";
        if (plain instanceof ArrayOf array) {
            return name(array.element()) + " " + annotation + "[]";
        } else if (plain instanceof ClassName name) {
            String[] parts = imports.split(name);
            return parts[0] + annotation + parts[1];
        } else if (plain instanceof Parameterized parameterized) {
            String[] parts = imports.split(parameterized.raw());
            return parts[0] + annotation + parts[1] + arguments(parameterized);
        }
        return annotation + name(plain);
    }
}
