package org.openbankmark.topology.generator.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbankmark.topology.model.type.Field;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/**
 * Names of what a generated record has for each field. They are those that avro-compiler 1.12.2 gives; where its class
 * would not compile, because two fields get one name or an inherited method has it, a {@code $} and a number make them differ.
 *
 * <p>Immutable.
 */
public final class FieldNames {
    /** Methods that a record or its builder has anyway, without {@code get}; avro-compiler minds but a few of them. */
    private static final Set<String> INHERITED = Set.of("Class", "ClassSchema", "Schema", "SpecificData");

    private static final Set<String> INHERITED_BY_ERRORS = Set.of(
            "Class",
            "ClassSchema",
            "Schema",
            "SpecificData",
            "Cause",
            "LocalizedMessage",
            "Message",
            "StackTrace",
            "Suppressed",
            "Value");

    /** Constants of a record's class. */
    private static final Set<String> CONSTANTS = Set.of("CONVERSIONS$", "MODEL$", "SCHEMA$");

    private final Map<String, Names> byField;

    private FieldNames(Map<String, Names> byField) {
        this.byField = byField;
    }

    /**
     * A field's names.
     *
     * @param stem what follows {@code get}, {@code set}, {@code has} and {@code clear}
     * @param builderStem what follows them where the field's own builder is meant; empty where the field has none
     * @param variable the name of a parameter or variable that hides neither a type nor a package
     */
    public record Names(String stem, String builderStem, String variable) {

        /** {@code getIban}. */
        public String getter() {
            return "get" + stem;
        }

        /** {@code setIban}, of the builder. */
        public String setter() {
            return "set" + stem;
        }

        /** {@code hasIban}, of the builder. */
        public String has() {
            return "has" + stem;
        }

        /** {@code clearIban}, of the builder. */
        public String clear() {
            return "clear" + stem;
        }

        /** Whether the builder takes a builder of the field's record. */
        public boolean hasBuilder() {
            return !builderStem.isEmpty();
        }
    }

    /**
     * The names for a record's fields.
     *
     * @param taken names that no variable may have, because a type or the first part of a package is called so
     */
    public static FieldNames of(RecordType record, Set<String> taken) {
        boolean error = record.schema().isError();
        Set<String> fields = new HashSet<>();
        record.fields().forEach(field -> fields.add(field.name()));
        Set<String> stems = new HashSet<>(error ? INHERITED_BY_ERRORS : INHERITED);
        List<String> stemsInOrder = new ArrayList<>();
        for (Field field : record.fields()) {
            String stem = stem(field.name(), "", fields, error);
            String unique = stem;
            for (int i = 1; !stems.add(unique); i++) {
                unique = stem + "$" + i;
            }
            stemsInOrder.add(unique);
        }
        Map<String, Names> names = new HashMap<>();
        Set<String> variables = new HashSet<>(CONSTANTS);
        for (int i = 0; i < stemsInOrder.size(); i++) {
            Field field = record.fields().get(i);
            String stem = stemsInOrder.get(i);
            String builderStem = hasBuilder(field.type()) ? stem(field.name(), "Builder", fields, error) : "";
            boolean free = !builderStem.isEmpty() && stems.add(builderStem);
            names.put(field.name(), new Names(stem, free ? builderStem : "", variable(stem, taken, variables)));
        }
        return new FieldNames(names);
    }

    /** The names for a field of the record. */
    public Names of(Field field) {
        Names names = byField.get(field.name());
        if (names == null) {
            throw new IllegalArgumentException("not a field of this record: " + field.name());
        }
        return names;
    }

    /** The stem with a small letter first; it is none of those taken or used, and is used from now on. */
    private static String variable(String stem, Set<String> taken, Set<String> used) {
        String name = stem.isEmpty() ? "$" : Character.toLowerCase(stem.charAt(0)) + stem.substring(1);
        if (!Character.isJavaIdentifierStart(name.charAt(0))) {
            name = "_" + name;
        }
        name = ReservedWords.variable(name);
        while (taken.contains(name) || !used.add(name)) {
            name += "$";
        }
        return name;
    }

    private static boolean hasBuilder(Type type) {
        return type instanceof RecordType
                || (type instanceof UnionType union
                        && union.optionalOf()
                                .filter(RecordType.class::isInstance)
                                .isPresent());
    }

    private static String stem(String field, String suffix, Set<String> fields, boolean error) {
        StringBuilder stem = new StringBuilder();
        boolean capital = true;
        String name = ReservedWords.accessor(field, error);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '_') {
                capital = true;
            } else {
                stem.append(capital ? Character.toUpperCase(c) : c);
                capital = false;
            }
        }
        stem.append(suffix);
        int number = similarBefore(field, fields);
        if (number > 0) {
            // The prefix is never empty, so avro-compiler's look at the last character sees a letter of it at least.
            stem.append(!stem.isEmpty() && stem.charAt(stem.length() - 1) == '$' ? "" : "$")
                    .append(number - 1);
        }
        return stem.toString();
    }

    /** How many other fields have this name but for leading underscores and the case of the first letter, as avro-compiler counts. */
    private static int similarBefore(String field, Set<String> fields) {
        int similar = 0;
        String bare = field;
        while (bare.startsWith("_")) {
            bare = bare.substring(1);
            similar += fields.contains(bare) ? 1 : 0;
            similar += fields.contains(otherCase(bare)) ? 1 : 0;
        }
        if (!bare.isEmpty() && Character.isUpperCase(bare.charAt(0)) && fields.contains(otherCase(field))) {
            similar++;
        }
        return similar;
    }

    /** The name with its first letter, behind underscores, in the other case. */
    private static String otherCase(String name) {
        int first = 0;
        while (first < name.length() && name.charAt(first) == '_') {
            first++;
        }
        if (first == name.length()) {
            return name;
        }
        char c = name.charAt(first);
        char other = Character.isLowerCase(c) ? Character.toUpperCase(c) : Character.toLowerCase(c);
        return name.substring(0, first) + other + name.substring(first + 1);
    }
}
