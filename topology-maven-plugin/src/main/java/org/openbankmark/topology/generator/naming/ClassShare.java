package org.openbankmark.topology.generator.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openbankmark.topology.generator.java.JavaType.ClassName;
import org.openbankmark.topology.model.KeySpec;
import org.openbankmark.topology.model.Topic;

/**
 * What one class has of a class with members for topics. A class file holds at most 65,535 constants (JVMS 4.1), which some
 * 1,700 topics use up; more of them are spread over classes that extend one another, the last of which has the name that
 * users know and inherits the rest. Few topics have one share, which is the class itself.
 *
 * @param whole the class that users name, the last share
 * @param type the class of this share
 * @param parent the class of the share before, which this one extends; empty for the first
 * @param topics whose members are declared in this class, in the order of the topology file
 */
public record ClassShare(ClassName whole, ClassName type, Optional<ClassName> parent, List<Topic> topics) {
    /** Less than half of the room, because what a topic needs is estimated. */
    private static final int CONSTANTS = 30_000;

    /** Whether it extends no share. */
    public boolean isFirst() {
        return parent.isEmpty();
    }

    /** Whether this is the class that users name. */
    public boolean isLast() {
        return type.equals(whole);
    }

    /** How its declaration goes on after {@code public}: {@code final class BankTopics extends BankTopics1}. */
    public String declaration() {
        return (isLast() ? "final class " : "abstract class ")
                + type.simpleName()
                + parent.map(share -> " extends " + share.simpleName()).orElse("");
    }

    /**
     * What its comment says, in Javadoc's markup.
     *
     * @param ofWhole what the comment of the class that users name says
     */
    public String comment(String ofWhole) {
        return isLast()
                ? ofWhole
                : "What {@link " + whole.simpleName() + "} inherits, because one class file has no room for all of it.";
    }

    /** The shares of a class, from the one that extends nothing to the class itself; at least one. */
    static List<ClassShare> of(ClassName type, List<Topic> topics) {
        List<List<Topic>> groups = new ArrayList<>();
        int room = 0;
        for (Topic topic : topics) {
            int constants = constants(topic);
            if (constants > room) {
                groups.add(new ArrayList<>());
                room = CONSTANTS;
            }
            groups.get(groups.size() - 1).add(topic);
            room -= constants;
        }
        if (groups.isEmpty()) {
            groups.add(List.of());
        }
        List<ClassShare> shares = new ArrayList<>(groups.size());
        Optional<ClassName> parent = Optional.empty();
        for (int i = 0; i < groups.size(); i++) {
            boolean last = i == groups.size() - 1;
            ClassName name = last ? type : ClassName.of(type.packageName(), type.simpleName() + (i + 1));
            shares.add(new ClassShare(type, name, parent, List.copyOf(groups.get(i))));
            parent = Optional.of(name);
        }
        return shares;
    }

    /** What a topic needs in the class of topics, which is more than it needs in a class of clients. */
    private static int constants(Topic topic) {
        int ofTypes = 10;
        if (topic.key() instanceof KeySpec.Fields fields) {
            ofTypes += fields.paths().stream()
                    .mapToInt(path -> 10 * path.split("\\.", -1).length)
                    .sum();
        }
        return 40 + 4 * topic.config().size() + topic.types().size() * ofTypes;
    }
}
