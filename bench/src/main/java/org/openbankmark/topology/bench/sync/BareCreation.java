package org.openbankmark.topology.bench.sync;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The peer: topics created with one call of Kafka's AdminClient, and nothing else. */
public final class BareCreation {

    private BareCreation() {}

    /** As a process. Arguments: brokers, the names' prefix, how many. */
    public static void main(String[] arguments) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", arguments[0]))) {
            admin.createTopics(topics(arguments[1], Integer.parseInt(arguments[2])))
                    .all()
                    .get();
        }
    }

    static List<NewTopic> topics(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new NewTopic(prefix + i, Optional.of(1), Optional.of((short) 1))
                        .configs(Map.of("retention.ms", "900000")))
                .toList();
    }
}
