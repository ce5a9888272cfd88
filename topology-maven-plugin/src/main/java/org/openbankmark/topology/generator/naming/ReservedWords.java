package org.openbankmark.topology.generator.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Words that cannot be Java identifiers as they are, and what stands for them: the word with a {@code $}, which no Avro name
 * can contain. The lists are those of Avro's {@code SpecificData}, since Avro finds generated classes by these names.
 */
final class ReservedWords {
    private static final Set<String> EVERYWHERE = Set.of(
            "_",
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "try",
            "void",
            "volatile",
            "while",
            "true",
            "false",
            "null",
            "Builder");
    private static final Set<String> TYPES = Set.of("var", "yield", "record");
    private static final Set<String> ACCESSORS = Set.of("class", "schema", "classSchema");
    private static final Set<String> ERROR_ACCESSORS = Set.of("message", "cause");
    /**
     * Not Avro's. The first two may not name a class in Java 17 (JLS 3.9), though Avro would look for it; a class of one of the
     * others is hidden by the variables of that name in generated code.
     */
    private static final Set<String> NO_TYPES = Set.of(
            "permits",
            "sealed",
            "INSTANCE",
            "builder",
            "bytes",
            "depth",
            "e",
            "entry",
            "i",
            "in",
            "item",
            "list",
            "map",
            "n",
            "out",
            "random",
            "seed",
            "value");

    private ReservedWords() {}

    /** The simple name of the class of an Avro type. */
    static String type(String name) {
        return EVERYWHERE.contains(name) || TYPES.contains(name) ? name + "$" : name;
    }

    /** Whether neither the name nor a changed one can be a class that Avro finds. */
    static boolean isImpossibleType(String name) {
        return NO_TYPES.contains(name);
    }

    /** An enum symbol as a constant. */
    static String constant(String symbol) {
        return EVERYWHERE.contains(symbol) ? symbol + "$" : symbol;
    }

    /** The package of an Avro namespace. */
    static String packageName(String namespace) {
        List<String> parts = new ArrayList<>();
        for (String part : namespace.split("\\.", -1)) {
            parts.add(EVERYWHERE.contains(part) ? part + "$" : part);
        }
        return String.join(".", parts);
    }

    /** A field or parameter. */
    static String variable(String name) {
        return EVERYWHERE.contains(name) || name.equals("yield") ? name + "$" : name;
    }

    /** A field's name as it goes into the names of its accessors. */
    static String accessor(String name, boolean error) {
        String decapitalized = name.isEmpty() ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return isAccessorReserved(name, error) || isAccessorReserved(decapitalized, error) ? name + "$" : name;
    }

    private static boolean isAccessorReserved(String name, boolean error) {
        return EVERYWHERE.contains(name) || ACCESSORS.contains(name) || (error && ERROR_ACCESSORS.contains(name));
    }
}
