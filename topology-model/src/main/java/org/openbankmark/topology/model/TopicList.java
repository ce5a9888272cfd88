package org.openbankmark.topology.model;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;

/** An immutable list of topics that finds one by its name at once; code over thousands of topics looks up each. */
final class TopicList extends AbstractList<Topic> implements RandomAccess {
    private final List<Topic> topics;
    private final Map<String, Topic> byName = new HashMap<>();

    TopicList(List<Topic> topics) {
        this.topics = List.copyOf(topics);
        this.topics.forEach(topic -> byName.putIfAbsent(topic.name(), topic));
    }

    Optional<Topic> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    @Override
    public Topic get(int index) {
        return topics.get(index);
    }

    @Override
    public int size() {
        return topics.size();
    }
}
