package org.openbankmark.topology.sync.plan;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.openbankmark.topology.model.Compatibility;
import org.openbankmark.topology.sync.state.Acl;
import org.openbankmark.topology.sync.state.TopicContents;

/** One thing to do, with all that is needed to do it and the reason why. Immutable. */
public sealed interface Change {

    /** Its kind, such as {@code create-topic}; stable, stands in JSON. */
    String kind();

    /** What it is about: the name of a topic, of a subject, or of a principal. */
    String resource();

    /** When its turn is. */
    Phase phase();

    Action action();

    /** Why; one line. */
    String reason();

    /** Unique in its plan, the same in every plan of the same change. */
    default String id() {
        return kind() + ":" + resource();
    }

    /**
     * Sets a subject's compatibility level.
     *
     * @param from the level that holds for it now; empty for a new subject
     */
    record SetLevel(String subject, Optional<Compatibility> from, Compatibility to, boolean before, String reason)
            implements Change {
        @Override
        public String kind() {
            return "set-level";
        }

        @Override
        public String resource() {
            return subject;
        }

        @Override
        public Phase phase() {
            return before ? Phase.LEVEL_BEFORE : Phase.LEVEL_AFTER;
        }

        @Override
        public Action action() {
            return from.isEmpty() ? Action.ADD : Action.CHANGE;
        }
    }

    /**
     * Registers a schema.
     *
     * @param record full name of the record
     * @param schema its JSON
     * @param after the subject's latest version; empty for a new subject
     */
    record RegisterSchema(String subject, String record, String schema, Optional<Integer> after, String reason)
            implements Change {
        @Override
        public String kind() {
            return "register-schema";
        }

        @Override
        public String resource() {
            return subject;
        }

        @Override
        public Phase phase() {
            return Phase.SCHEMA;
        }

        @Override
        public Action action() {
            return after.isEmpty() ? Action.ADD : Action.CHANGE;
        }
    }

    /** Creates a topic. */
    record CreateTopic(String topic, int partitions, int replicas, SortedMap<String, String> config, String reason)
            implements Change {
        @Override
        public String kind() {
            return "create-topic";
        }

        @Override
        public String resource() {
            return topic;
        }

        @Override
        public Phase phase() {
            return Phase.TOPIC_CREATED;
        }

        @Override
        public Action action() {
            return Action.ADD;
        }
    }

    /** Sets and removes settings of a topic. */
    record AlterConfig(String topic, List<ConfigEdit> edits, boolean afterReplicas, String reason) implements Change {
        public AlterConfig {
            edits = List.copyOf(edits);
        }

        @Override
        public String kind() {
            return "alter-config";
        }

        @Override
        public String resource() {
            return topic;
        }

        @Override
        public String id() {
            return kind() + ":" + topic + (afterReplicas ? ":after-replicas" : "");
        }

        @Override
        public Phase phase() {
            return afterReplicas ? Phase.CONFIG_AFTER_REPLICAS : Phase.CONFIG;
        }

        @Override
        public Action action() {
            return Action.CHANGE;
        }
    }

    /**
     * Adds partitions to a topic.
     *
     * @param replicas brokers of each new partition; empty where the cluster chooses them
     */
    record AddPartitions(String topic, int from, int to, List<List<Integer>> replicas, String reason)
            implements Change {
        public AddPartitions {
            replicas = List.copyOf(replicas);
        }

        @Override
        public String kind() {
            return "add-partitions";
        }

        @Override
        public String resource() {
            return topic;
        }

        @Override
        public Phase phase() {
            return Phase.PARTITIONS;
        }

        @Override
        public Action action() {
            return Action.CHANGE;
        }
    }

    /**
     * Moves replicas, so that each partition has as many as it should, or waits for a move that is under way already.
     *
     * @param from the most that any of these partitions has
     * @param to the most that any of these partitions gets
     * @param partitions by number: the brokers that shall have it, the preferred leader first
     */
    record MoveReplicas(String topic, int from, int to, SortedMap<Integer, List<Integer>> partitions, String reason)
            implements Change {
        @Override
        public String kind() {
            return "move-replicas";
        }

        @Override
        public String resource() {
            return topic;
        }

        @Override
        public Phase phase() {
            return Phase.REPLICAS;
        }

        @Override
        public Action action() {
            return Action.CHANGE;
        }
    }

    /** Allows a service something. */
    record AddAcl(Acl acl, String reason) implements Change {
        @Override
        public String kind() {
            return "add-acl";
        }

        @Override
        public String resource() {
            return acl.principal();
        }

        @Override
        public String id() {
            return kind() + ":" + acl.principal() + ":" + acl.permission();
        }

        @Override
        public Phase phase() {
            return Phase.ACL_ADDED;
        }

        @Override
        public Action action() {
            return Action.ADD;
        }
    }

    /** Takes a permission from a service. */
    record RemoveAcl(Acl acl, String reason) implements Change {
        @Override
        public String kind() {
            return "remove-acl";
        }

        @Override
        public String resource() {
            return acl.principal();
        }

        @Override
        public String id() {
            return kind() + ":" + acl.principal() + ":" + acl.permission();
        }

        @Override
        public Phase phase() {
            return Phase.ACL_REMOVED;
        }

        @Override
        public Action action() {
            return Action.REMOVE;
        }
    }

    /**
     * Deletes a topic.
     *
     * @param contents what is lost
     */
    record DeleteTopic(String topic, TopicContents contents, String reason) implements Change {
        @Override
        public String kind() {
            return "delete-topic";
        }

        @Override
        public String resource() {
            return topic;
        }

        @Override
        public Phase phase() {
            return Phase.TOPIC_DELETED;
        }

        @Override
        public Action action() {
            return Action.REMOVE;
        }
    }

    /** Deletes versions of a subject that are newer than the file's; softly, their ids stay readable. */
    record DeleteVersions(String subject, List<Integer> versions, String reason) implements Change {
        public DeleteVersions {
            versions = List.copyOf(versions);
        }

        @Override
        public String kind() {
            return "delete-versions";
        }

        @Override
        public String resource() {
            return subject;
        }

        @Override
        public Phase phase() {
            return Phase.VERSIONS_DELETED;
        }

        @Override
        public Action action() {
            return Action.REMOVE;
        }
    }

    /**
     * Deletes a subject; softly, its schemas' ids stay readable.
     *
     * @param referrers subjects whose schemas refer to its schemas, which go before it
     */
    record DeleteSubject(String subject, SortedSet<String> referrers, String reason) implements Change {
        public DeleteSubject {
            referrers = Collections.unmodifiableSortedSet(new TreeSet<>(referrers));
        }

        @Override
        public String kind() {
            return "delete-subject";
        }

        @Override
        public String resource() {
            return subject;
        }

        @Override
        public Phase phase() {
            return Phase.SUBJECT_DELETED;
        }

        @Override
        public Action action() {
            return Action.REMOVE;
        }
    }
}
