package org.openbankmark.topology.model.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.type.RecordType;
import org.openbankmark.topology.model.type.Type;
import org.openbankmark.topology.model.type.UnionType;

/**
 * Finds records of which no value can end, because each contains another.
 *
 * <p>A record can end if each of its fields can; a union if one of its parts can; a list or a map always. Goes from the
 * records that can to those that wait for them, so that the time is linear.
 */
final class InfiniteRecords {
    private final Map<RecordType, List<FieldPlace>> records;
    private final Map<RecordType, Integer> waitsFor = new HashMap<>();
    private final Map<RecordType, List<Wait>> waiting = new HashMap<>();
    private final Deque<RecordType> ending = new ArrayDeque<>();
    private final Set<RecordType> ends = new HashSet<>();

    /** A field of a record that can end as soon as one of some records can. */
    private static final class Wait {
        final RecordType of;
        boolean over;

        Wait(RecordType of) {
            this.of = of;
        }
    }

    private InfiniteRecords(Map<RecordType, List<FieldPlace>> records) {
        this.records = records;
    }

    static void report(Map<RecordType, List<FieldPlace>> records, ProblemCollector problems) {
        InfiniteRecords search = new InfiniteRecords(records);
        search.run();
        records.forEach((type, fields) -> {
            if (!search.ends.contains(type)) {
                search.report(type, fields, problems.at(type.name()));
            }
        });
    }

    private void run() {
        records.forEach((type, fields) -> {
            int count = 0;
            for (FieldPlace field : fields) {
                List<RecordType> needed = neededBy(field.type());
                if (!needed.isEmpty()) {
                    count++;
                    Wait wait = new Wait(type);
                    needed.forEach(other -> waiting.computeIfAbsent(other, key -> new ArrayList<>())
                            .add(wait));
                }
            }
            waitsFor.put(type, count);
            if (count == 0) {
                ending.add(type);
            }
        });
        while (!ending.isEmpty()) {
            RecordType type = ending.remove();
            ends.add(type);
            for (Wait wait : waiting.getOrDefault(type, List.of())) {
                if (!wait.over) {
                    wait.over = true;
                    if (waitsFor.merge(wait.of, -1, Integer::sum) == 0) {
                        ending.add(wait.of);
                    }
                }
            }
        }
    }

    // The records of which one must end for the field to end; none where it ends anyway.
    private List<RecordType> neededBy(Type type) {
        if (type instanceof RecordType record) {
            return records.containsKey(record) ? List.of(record) : List.of();
        }
        if (!(type instanceof UnionType union)) {
            return List.of();
        }
        List<RecordType> needed = new ArrayList<>();
        for (Type branch : union.branches()) {
            if (!(branch instanceof RecordType record) || !records.containsKey(record)) {
                return List.of();
            }
            needed.add(record);
        }
        return needed;
    }

    private void report(RecordType type, List<FieldPlace> fields, ProblemCollector problems) {
        for (FieldPlace field : fields) {
            List<RecordType> needed = neededBy(field.type());
            // Only fields on a circle: what merely contains such a record is mended with it.
            if (!needed.isEmpty() && needed.stream().noneMatch(ends::contains) && reaches(needed, type)) {
                problems.report(
                        Rule.INFINITE_RECORD,
                        field.name().span(),
                        "the field '" + field.name().value() + "' makes '" + type.name()
                                + "' contain itself, without an end",
                        "make the field optional with '?', or a list or map");
            }
        }
    }

    private boolean reaches(List<RecordType> from, RecordType goal) {
        Set<RecordType> seen = new HashSet<>(from);
        Deque<RecordType> next = new ArrayDeque<>(from);
        while (!next.isEmpty()) {
            RecordType type = next.remove();
            if (type.equals(goal)) {
                return true;
            }
            for (FieldPlace field : records.getOrDefault(type, List.of())) {
                for (RecordType needed : neededBy(field.type())) {
                    if (!ends.contains(needed) && seen.add(needed)) {
                        next.add(needed);
                    }
                }
            }
        }
        return false;
    }
}
