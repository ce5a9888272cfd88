package org.openbankmark.topology.sync.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Which brokers get a topic's replicas. Moves as little as it can, keeps leaders where they are, spreads over racks first
 * and evenly then; the same input gives the same answer, so that two who plan at once ask for the same. Used by one thread.
 */
final class ReplicaPlacement {
    private final SortedMap<Integer, Optional<String>> brokers;
    /** Replicas of this topic by broker; a leader, the first of its list, counts a little more. */
    private final Map<Integer, Integer> load = new HashMap<>();

    private static final int REPLICA = 4;
    private static final int LEADER = 1;

    ReplicaPlacement(SortedMap<Integer, Optional<String>> brokers, List<List<Integer>> present) {
        this.brokers = brokers;
        present.forEach(replicas -> count(replicas, 1));
    }

    /** The replicas of a partition brought to a number, or as near to it as there are live brokers. */
    List<Integer> resize(List<Integer> present, int wanted) {
        count(present, -1);
        List<Integer> replicas = new ArrayList<>(present);
        while (replicas.size() > wanted) {
            replicas.remove(leastUseful(replicas));
        }
        for (Optional<Integer> next = next(replicas);
                replicas.size() < wanted && next.isPresent();
                next = next(replicas)) {
            replicas.add(next.get());
        }
        count(replicas, 1);
        return List.copyOf(replicas);
    }

    /** Brokers for a new partition, not more than there are. */
    List<Integer> fresh(int wanted) {
        return resize(List.of(), wanted);
    }

    private void count(List<Integer> replicas, int sign) {
        for (int i = 0; i < replicas.size(); i++) {
            load.merge(replicas.get(i), sign * (REPLICA + (i == 0 ? LEADER : 0)), Integer::sum);
        }
    }

    private int load(int broker) {
        return load.getOrDefault(broker, 0);
    }

    /** The index of the replica that is given up: a dead broker first, never the leader as long as it lives. */
    private int leastUseful(List<Integer> replicas) {
        for (int i = replicas.size() - 1; i >= 0; i--) {
            if (!brokers.containsKey(replicas.get(i))) {
                return i;
            }
        }
        int chosen = replicas.size() - 1;
        for (int i = replicas.size() - 1; i >= 1; i--) {
            if (load(replicas.get(i)) > load(replicas.get(chosen))) {
                chosen = i;
            }
        }
        return chosen;
    }

    private Optional<Integer> next(List<Integer> taken) {
        Set<Optional<String>> racks = new HashSet<>();
        taken.forEach(broker -> racks.add(brokers.getOrDefault(broker, Optional.empty())));
        return brokers.keySet().stream()
                .filter(broker -> !taken.contains(broker))
                .min(Comparator.comparing((Integer broker) -> {
                            Optional<String> rack = brokers.getOrDefault(broker, Optional.empty());
                            return rack.isPresent() && racks.contains(rack);
                        })
                        .thenComparing(this::load)
                        .thenComparing(Comparator.naturalOrder()));
    }
}
