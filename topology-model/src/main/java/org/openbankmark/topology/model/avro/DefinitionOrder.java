package org.openbankmark.topology.model.avro;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders definitions so that each comes after those it uses; those that use one another stand together. Tarjan's search
 * for strongly connected components, without recursion because chains of types can be long.
 */
final class DefinitionOrder {
    private final Map<String, Definition> definitions;
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> stack = new ArrayDeque<>();
    private final Set<String> onStack = new HashSet<>();
    private final List<List<Definition>> groups = new ArrayList<>();

    private DefinitionOrder(Map<String, Definition> definitions) {
        this.definitions = definitions;
    }

    /** Groups of definitions that use one another, each after the groups that it uses. */
    static List<List<Definition>> groups(Map<String, Definition> definitions) {
        DefinitionOrder order = new DefinitionOrder(definitions);
        definitions.keySet().forEach(order::search);
        return order.groups;
    }

    private record Visit(String name, Iterator<String> uses) {}

    private void search(String start) {
        if (index.containsKey(start)) {
            return;
        }
        Deque<Visit> visits = new ArrayDeque<>();
        visits.push(enter(start));
        while (!visits.isEmpty()) {
            Visit visit = visits.element();
            if (visit.uses.hasNext()) {
                String next = visit.uses.next();
                if (!index.containsKey(next)) {
                    visits.push(enter(next));
                } else if (onStack.contains(next)) {
                    low.merge(visit.name, index.getOrDefault(next, 0), Math::min);
                }
            } else {
                visits.pop();
                leave(visit.name);
                if (!visits.isEmpty()) {
                    low.merge(visits.element().name, low.getOrDefault(visit.name, 0), Math::min);
                }
            }
        }
    }

    private Visit enter(String name) {
        index.put(name, index.size());
        low.put(name, index.size() - 1);
        stack.push(name);
        onStack.add(name);
        Definition definition = definitions.get(name);
        List<String> uses = definition == null
                ? List.of()
                : definition.uses().stream().filter(definitions::containsKey).toList();
        return new Visit(name, uses.iterator());
    }

    private void leave(String name) {
        if (!low.getOrDefault(name, -1).equals(index.get(name))) {
            return;
        }
        List<Definition> group = new ArrayList<>();
        String member;
        do {
            member = stack.pop();
            onStack.remove(member);
            Definition definition = definitions.get(member);
            if (definition != null) {
                group.add(definition);
            }
        } while (!member.equals(name));
        java.util.Collections.reverse(group);
        groups.add(group);
    }
}
