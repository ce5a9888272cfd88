package org.openbankmark.topology.model;

import java.util.List;
import java.util.Optional;

/**
 * A service: what it may read and write. Its name is its default consumer group and the subject of its ACLs.
 *
 * @param consumes names of topics
 * @param produces names of topics
 * @param path its place in the structure of its file, such as {@code services.command-handler}
 */
public record Service(
        String name,
        List<String> consumes,
        List<String> produces,
        Optional<String> doc,
        Location location,
        String path) {

    public Service {
        consumes = List.copyOf(consumes);
        produces = List.copyOf(produces);
    }

    /** Whether it reads or writes that topic. */
    public boolean uses(Topic topic) {
        return consumes.contains(topic.name()) || produces.contains(topic.name());
    }

    /** Whether it sends the commands of that topic and reads every reply to them. */
    public boolean requests(Topic topic) {
        return !topic.replies().isEmpty() && produces.contains(topic.name()) && consumes.containsAll(topic.replies());
    }
}
