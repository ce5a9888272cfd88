package org.openbankmark.topology.generator.java;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openbankmark.topology.generator.java.JavaType.ClassName;

/**
 * The simple names of one source file. The first type that asks for a name gets it; any other of that name is written
 * out in full. Not thread-safe.
 */
final class Imports {
    private final ClassName file;
    private final Set<String> packageNames;
    private final Set<String> declared = new HashSet<>();
    private final Map<String, ClassName> bySimpleName = new HashMap<>();
    private final Set<String> imports = new TreeSet<>();
    private final Map<ClassName, String[]> known = new HashMap<>();

    /**
     * No imports yet.
     *
     * @param file the file's class
     * @param packageNames simple names of the classes in its package, as far as they are known
     */
    Imports(ClassName file, Set<String> packageNames) {
        this.file = file;
        this.packageNames = packageNames;
    }

    /** Keeps a simple name for a nested class or a type variable of this file. */
    void declare(String simpleName) {
        declared.add(simpleName);
    }

    /** How the class is written here, up to where a type annotation goes, and from there. */
    String[] split(ClassName type) {
        return known.computeIfAbsent(type, this::place);
    }

    private String[] place(ClassName type) {
        List<String> names = type.simpleNames();
        ClassName top = type.topLevel();
        String qualifier;
        if (top.equals(file)) {
            qualifier = names.size() == 1 ? "" : String.join(".", names.subList(1, names.size() - 1));
        } else {
            String outer = claims(top) ? "" : type.packageName();
            String between = String.join(".", names.subList(0, names.size() - 1));
            qualifier = outer.isEmpty() || between.isEmpty() ? outer + between : outer + "." + between;
        }
        return new String[] {qualifier.isEmpty() ? "" : qualifier + ".", type.simpleName()};
    }

    /** The qualified names to import, in order. */
    Set<String> imports() {
        return imports;
    }

    private boolean claims(ClassName top) {
        String simpleName = top.simpleName();
        if (simpleName.equals(file.simpleName()) || declared.contains(simpleName)) {
            return false;
        }
        ClassName owner = bySimpleName.putIfAbsent(simpleName, top);
        if (owner != null) {
            return owner.equals(top);
        }
        boolean visible = top.packageName().equals(file.packageName())
                || (top.packageName().equals("java.lang") && !packageNames.contains(simpleName));
        if (!visible && !top.packageName().isEmpty()) {
            imports.add(top.qualifiedName());
        }
        return true;
    }
}
