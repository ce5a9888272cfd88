package org.openbankmark.topology.graphql.stream;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who gets which record. A subscriber with a filter is found by a look-up of the value that it wants, so that a record costs
 * no more for those it does not concern. Thread-safe.
 *
 * @param <T> the record
 */
final class SubscriberIndex<T> {
    private final Filters<T> filters;
    private final Map<String, Map<Object, Set<Entry<T>>>> byField = new LinkedHashMap<>();
    private final Set<Entry<T>> unfiltered = ConcurrentHashMap.newKeySet();

    /** @param wanted values by field; all must be those of the record */
    record Entry<T>(Delivery<T> delivery, Map<String, Object> wanted, Predicate<? super T> visible) {}

    SubscriberIndex(Filters<T> filters) {
        this.filters = filters;
        filters.fields().keySet().forEach(field -> byField.put(field, new ConcurrentHashMap<>()));
    }

    void add(Entry<T> entry) {
        String field = indexed(entry);
        if (field == null) {
            unfiltered.add(entry);
        } else {
            values(field).compute(value(entry, field), (value, others) -> {
                Set<Entry<T>> entries = others == null ? ConcurrentHashMap.newKeySet() : others;
                entries.add(entry);
                return entries;
            });
        }
    }

    void remove(Entry<T> entry) {
        String field = indexed(entry);
        if (field == null) {
            unfiltered.remove(entry);
        } else {
            values(field).computeIfPresent(value(entry, field), (value, entries) -> {
                entries.remove(entry);
                return entries.isEmpty() ? null : entries;
            });
        }
    }

    /** Those that want the record and may see it. Those whose filter or judgement fails are ended by it; nobody else is. */
    void matching(T record, Consumer<Delivery<T>> action) {
        unfiltered.forEach(entry -> offer(entry, record, action));
        byField.forEach((field, values) -> {
            if (!values.isEmpty()) {
                offer(field, values, record, action);
            }
        });
    }

    private void offer(String field, Map<Object, Set<Entry<T>>> values, T record, Consumer<Delivery<T>> action) {
        Object value;
        try {
            value = filters.valueOf(field, record);
        } catch (RuntimeException failure) {
            // Any of them may have wanted the record.
            values.values()
                    .forEach(
                            entries -> entries.forEach(entry -> entry.delivery().fail(failure)));
            return;
        }
        Set<Entry<T>> entries = value == null ? null : values.get(value);
        if (entries != null) {
            entries.forEach(entry -> offer(entry, record, action));
        }
    }

    void all(Consumer<Delivery<T>> action) {
        unfiltered.forEach(entry -> action.accept(entry.delivery()));
        byField.values().forEach(values -> values.values()
                .forEach(entries -> entries.forEach(entry -> action.accept(entry.delivery()))));
    }

    private void offer(Entry<T> entry, T record, Consumer<Delivery<T>> action) {
        try {
            for (Map.Entry<String, Object> wanted : entry.wanted().entrySet()) {
                if (!wanted.getValue().equals(filters.valueOf(wanted.getKey(), record))) {
                    return;
                }
            }
            if (!entry.visible().test(record)) {
                return;
            }
        } catch (RuntimeException failure) {
            entry.delivery().fail(failure);
            return;
        }
        action.accept(entry.delivery());
    }

    private @Nullable String indexed(Entry<T> entry) {
        for (String field : byField.keySet()) {
            if (entry.wanted().containsKey(field)) {
                return field;
            }
        }
        return null;
    }

    private Map<Object, Set<Entry<T>>> values(String field) {
        Map<Object, Set<Entry<T>>> values = byField.get(field);
        if (values == null) {
            throw new IllegalArgumentException("no filter by " + field);
        }
        return values;
    }

    private static Object value(Entry<?> entry, String field) {
        Object value = entry.wanted().get(field);
        if (value == null) {
            throw new IllegalArgumentException("nothing wanted of " + field);
        }
        return value;
    }
}
