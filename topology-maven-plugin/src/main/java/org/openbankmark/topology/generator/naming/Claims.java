package org.openbankmark.topology.generator.naming;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.model.Location;
import org.openbankmark.topology.model.problem.Problem;

/**
 * Who wants which class. Two that want one, or names that differ in case only and so are one file on Windows and macOS,
 * are a mistake that names both places, and so are names that no file can have. Not thread-safe.
 */
final class Claims {
    /** First parts of packages that generated code names in full now and then; a class of that name would hide them. */
    private static final Set<String> ROOTS = Set.of("java", "javax", "org");

    /** The most bytes of a file's or a directory's name that file systems take. */
    private static final int FILE_NAME = 255;

    /** What the longest class file of a class has behind its name. */
    private static final int BEHIND_CLASS = "$Builder.class".length();

    private final Map<String, Claim> byPath = new LinkedHashMap<>();
    private final Map<String, Set<String>> byPackage = new HashMap<>();
    private final Map<Location, LongName> tooLong = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private record LongName(String wanted, int bytes) {}

    /**
     * A wish for a class.
     *
     * @param wanted what it is for: {@code the producer of topic balance_changed}
     */
    record Claim(ClassName type, String wanted, Location location) {}

    /** Claims a class. */
    void claim(ClassName type, String wanted, Location location) {
        Claim claim = new Claim(type, wanted, location);
        Claim other = byPath.putIfAbsent(path(type), claim);
        if (other == null) {
            if (!byPackage.containsKey(type.packageName())) {
                List.of(type.packageName().split("\\.")).forEach(part -> file(part, 0, wanted, location));
            }
            file(type.simpleName(), BEHIND_CLASS, wanted, location);
            byPackage
                    .computeIfAbsent(type.packageName(), name -> new HashSet<>())
                    .add(type.simpleName());
        } else {
            String difference = other.type().equals(type) ? "" : ", in a name that differs in case only";
            problem(
                    "java-name-collision",
                    location,
                    wanted + " and " + other.wanted() + " (" + other.location() + ") both become the Java class "
                            + type.qualifiedName() + difference,
                    "rename one of the two");
        }
    }

    /**
     * Says that a file is needed.
     *
     * @param name of the file, without directories
     * @param wanted what it is for
     */
    void file(String name, String wanted, Location location) {
        file(name, 0, wanted, location);
    }

    /** A mistake for each place, about its longest name, so that making that shorter is enough. */
    private void file(String name, int more, String wanted, Location location) {
        // A char has at most 3 bytes; most names are far from that.
        if (3 * name.length() + more > FILE_NAME) {
            int bytes = name.getBytes(StandardCharsets.UTF_8).length + more;
            if (bytes > FILE_NAME) {
                tooLong.merge(
                        location, new LongName(wanted, bytes), (one, other) -> one.bytes < other.bytes ? other : one);
            }
        }
    }

    /** Whether nobody has claimed the class, nor one whose name differs in case only. */
    boolean isFree(ClassName type) {
        return !byPath.containsKey(path(type));
    }

    private static String path(ClassName type) {
        return type.sourcePath().toLowerCase(Locale.ROOT);
    }

    /** Adds a mistake. */
    void problem(String rule, Location location, String message, String advice) {
        problems.add(new Problem(rule, location, message, Optional.of(advice), Optional.empty(), 1));
    }

    /** Looks at all claims together, and gives all mistakes in the order of their places. */
    List<Problem> problems() {
        Map<String, String> packages = new TreeMap<>();
        byPackage.keySet().forEach(name -> packages.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
        if (packages.size() < byPackage.size()) {
            byPath.values().forEach(claim -> checkCase(claim, packages));
        }
        checkPackages();
        tooLong.forEach(this::checkLength);
        Set<String> first = firstParts();
        for (Claim claim : byPath.values()) {
            checkHidden(claim, first);
        }
        return problems.stream()
                .sorted((a, b) -> a.location().compareTo(b.location()))
                .toList();
    }

    /** All claimed classes, in the order in which they were claimed. */
    List<ClassName> classes() {
        return byPath.values().stream().map(Claim::type).toList();
    }

    /** Simple names of the claimed classes of a package. */
    Set<String> inPackage(String packageName) {
        return byPackage.getOrDefault(packageName, Set.of());
    }

    /** Names that a variable must not have: it would hide a class or a package. */
    Set<String> hiddenByVariables() {
        Set<String> names = firstParts();
        byPackage.values().forEach(names::addAll);
        return names;
    }

    private Set<String> firstParts() {
        Set<String> first = new HashSet<>(ROOTS);
        byPackage.keySet().forEach(name -> first.add(firstPart(name)));
        return first;
    }

    private void checkCase(Claim claim, Map<String, String> packages) {
        ClassName type = claim.type();
        String first = packages.getOrDefault(type.packageName().toLowerCase(Locale.ROOT), type.packageName());
        if (!first.equals(type.packageName())) {
            problem(
                    "java-package-case",
                    claim.location(),
                    "the packages " + first + " and " + type.packageName() + " differ in case only",
                    "write both namespaces the same way");
        }
    }

    private void checkLength(Location location, LongName name) {
        problem(
                "java-name-too-long",
                location,
                name.wanted + " needs a file whose name has " + name.bytes + " bytes, and file systems take "
                        + FILE_NAME,
                "make the name shorter, by " + (name.bytes - FILE_NAME) + " at least");
    }

    /**
     * A class must not have the name of a package, nor of one that a package lies in (JLS 7.1). A package that differs in case is another,
     * on every file system, since the class is in a file with an ending: {@code java.lang.Module} beside {@code java.lang.module}.
     */
    private void checkPackages() {
        Set<Claim> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String name : new TreeSet<>(byPackage.keySet())) {
            for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
                String outer = name.substring(0, end);
                Claim claim = byPath.get(outer.replace('.', '/').toLowerCase(Locale.ROOT) + ".java");
                if (claim != null && claim.type().qualifiedName().equals(outer) && told.add(claim)) {
                    problem(
                            "java-name-collision",
                            claim.location(),
                            claim.wanted() + " becomes the Java class "
                                    + claim.type().qualifiedName() + ", which is also the name of a package: " + name,
                            "rename the type or the namespace");
                }
            }
        }
    }

    private void checkHidden(Claim claim, Set<String> first) {
        String name = claim.type().simpleName();
        if (first.contains(name)) {
            problem(
                    "java-name-hides-package",
                    claim.location(),
                    claim.wanted() + " becomes the Java class " + name + ", which hides the packages below " + name,
                    "give it another name; Java's convention is a capital at the start");
        }
    }

    private static String firstPart(String packageName) {
        int dot = packageName.indexOf('.');
        return dot < 0 ? packageName : packageName.substring(0, dot);
    }
}
