package org.openbankmark.topology.model.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.openbankmark.topology.model.Location;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Span;
import org.openbankmark.topology.model.type.NamedType;

/** All records, enums and fixed of a topology by full name and by short name. Refuses two of one name. */
final class NamedTypes {
    private final Map<String, NamedType> byFullName = new LinkedHashMap<>();
    private final Map<String, NamedType> byFoldedName = new HashMap<>();
    private final Map<String, List<NamedType>> byName = new HashMap<>();

    /** Takes a type in, unless its name is taken. */
    boolean add(NamedType type, Span span, ProblemCollector problems) {
        NamedType taken = byFoldedName.putIfAbsent(type.fullName().toLowerCase(Locale.ROOT), type);
        if (taken != null) {
            reportTaken(type.fullName(), taken.fullName(), taken.location(), span, problems);
            return false;
        }
        byFullName.put(type.fullName(), type);
        byName.computeIfAbsent(type.name(), name -> new ArrayList<>()).add(type);
        return true;
    }

    // Each becomes a file of its own; on many disks two names that differ in case only are one file.
    private static void reportTaken(String name, String taken, Location where, Span span, ProblemCollector problems) {
        String message = name.equals(taken)
                ? "the name '" + name + "' is taken already, at " + where
                : "'" + name + "' and '" + taken + "' (" + where + ") differ in case only";
        problems.report(Rule.NAME_COLLISION, span, message, "give one of them another name");
    }

    Optional<NamedType> full(String fullName) {
        return Optional.ofNullable(byFullName.get(fullName));
    }

    /** Those of that name in whatever namespace. */
    List<NamedType> byShortName(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** In the order in which they came. */
    List<NamedType> all() {
        return List.copyOf(byFullName.values());
    }

    /** Names that could have been meant. */
    Set<String> names() {
        return new TreeSet<>(byName.keySet());
    }
}
