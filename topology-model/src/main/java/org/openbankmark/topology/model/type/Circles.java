package org.openbankmark.topology.model.type;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds what uses one another in a circle. Tarjan's search for strongly connected components, without recursion because
 * chains of types can be long.
 *
 * @param <T> what uses others of its kind
 */
public final class Circles<T> {
    private final Function<T, ? extends Collection<T>> uses;
    private final Map<T, Integer> index = new HashMap<>();
    private final Map<T, Integer> low = new HashMap<>();
    private final Deque<T> stack = new ArrayDeque<>();
    private final Set<T> onStack = new HashSet<>();
    private final List<List<T>> groups = new ArrayList<>();

    private Circles(Function<T, ? extends Collection<T>> uses) {
        this.uses = uses;
    }

    /**
     * Groups of what uses one another, each after the groups that it uses; what is in no circle is a group of its own.
     *
     * @param uses what one of them uses
     */
    public static <T> List<List<T>> of(Collection<T> all, Function<T, ? extends Collection<T>> uses) {
        Circles<T> circles = new Circles<>(uses);
        all.forEach(circles::search);
        return circles.groups;
    }

    private record Visit<T>(T of, Iterator<T> uses) {}

    private void search(T start) {
        if (index.containsKey(start)) {
            return;
        }
        Deque<Visit<T>> visits = new ArrayDeque<>();
        visits.push(enter(start));
        while (!visits.isEmpty()) {
            Visit<T> visit = visits.element();
            if (visit.uses.hasNext()) {
                T next = visit.uses.next();
                if (!index.containsKey(next)) {
                    visits.push(enter(next));
                } else if (onStack.contains(next)) {
                    low.merge(visit.of, index.getOrDefault(next, 0), Math::min);
                }
            } else {
                visits.pop();
                leave(visit.of);
                if (!visits.isEmpty()) {
                    low.merge(visits.element().of, low.getOrDefault(visit.of, 0), Math::min);
                }
            }
        }
    }

    private Visit<T> enter(T entered) {
        index.put(entered, index.size());
        low.put(entered, index.size() - 1);
        stack.push(entered);
        onStack.add(entered);
        return new Visit<>(entered, uses.apply(entered).iterator());
    }

    private void leave(T left) {
        if (!low.getOrDefault(left, -1).equals(index.get(left))) {
            return;
        }
        List<T> group = new ArrayList<>();
        T member;
        do {
            member = stack.pop();
            onStack.remove(member);
            group.add(member);
        } while (!member.equals(left));
        Collections.reverse(group);
        groups.add(group);
    }
}
