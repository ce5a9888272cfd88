package org.openbankmark.topology.generator.java;

import java.util.Arrays;
import java.util.List;

/** A type as it stands in Java source. */
public sealed interface JavaType {

    JavaType BOOLEAN = new Primitive("boolean");
    JavaType INT = new Primitive("int");
    JavaType LONG = new Primitive("long");
    JavaType FLOAT = new Primitive("float");
    JavaType DOUBLE = new Primitive("double");
    JavaType BYTE = new Primitive("byte");
    JavaType VOID = new Primitive("void");

    /** One of the language's own types, or a type variable. */
    record Primitive(String keyword) implements JavaType {}

    /** A class with type arguments. */
    record Parameterized(ClassName raw, List<JavaType> arguments) implements JavaType {
        public Parameterized {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code element[]}. */
    record ArrayOf(JavaType element) implements JavaType {}

    /** {@code ? extends bound}, or {@code ?} for a bound of Object. */
    record Extends(JavaType bound) implements JavaType {}

    /** The same type with JSpecify's {@code @Nullable}. */
    record Nullable(JavaType type) implements JavaType {}

    /**
     * A class or interface.
     *
     * @param packageName empty for the unnamed package
     * @param simpleNames from the outermost class to this one
     */
    record ClassName(String packageName, List<String> simpleNames) implements JavaType {
        public ClassName {
            simpleNames = List.copyOf(simpleNames);
        }

        // As a record has them, but without the machinery that the JVM would build for them: names are looked up all
        // the time.
        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return other instanceof ClassName name
                    && name.packageName.equals(packageName)
                    && name.simpleNames.equals(simpleNames);
        }

        @Override
        public int hashCode() {
            return 31 * packageName.hashCode() + simpleNames.hashCode();
        }

        /** A class, or with more names a nested one. */
        public static ClassName of(String packageName, String... simpleNames) {
            return new ClassName(packageName, List.of(simpleNames));
        }

        /** The name of a class that the generator itself can see. */
        public static ClassName of(Class<?> type) {
            Class<?> outer = type.getEnclosingClass();
            return outer == null
                    ? of(type.getPackageName(), type.getSimpleName())
                    : of(outer).nested(type.getSimpleName());
        }

        /** A class nested in this one. */
        public ClassName nested(String simpleName) {
            String[] names = Arrays.copyOf(simpleNames.toArray(new String[0]), simpleNames.size() + 1);
            names[simpleNames.size()] = simpleName;
            return of(packageName, names);
        }

        /** This class with type arguments. */
        public Parameterized with(JavaType... arguments) {
            return new Parameterized(this, List.of(arguments));
        }

        /** The outermost class. */
        public ClassName topLevel() {
            return simpleNames.size() == 1 ? this : of(packageName, simpleNames.get(0));
        }

        /** The last of its names. */
        public String simpleName() {
            return simpleNames.get(simpleNames.size() - 1);
        }

        /** All of it, joined by dots. */
        public String qualifiedName() {
            String nested = String.join(".", simpleNames);
            return packageName.isEmpty() ? nested : packageName + "." + nested;
        }

        /** The path of its source file, relative to a source root. */
        public String sourcePath() {
            String directory = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
            return directory + simpleNames.get(0) + ".java";
        }
    }
}
