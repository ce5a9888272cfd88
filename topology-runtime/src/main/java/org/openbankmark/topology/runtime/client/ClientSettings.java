package org.openbankmark.topology.runtime.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.consumer.ConsumerSpec;
import org.openbankmark.topology.runtime.settings.Settings;

/**
 * The settings of each of Kafka's clients: the user's, and defaults of ours beneath them. A client gets what it knows and
 * what none of Kafka's clients knows (interceptors and the like have settings of their own), so that it need not warn of
 * the others'.
 */
final class ClientSettings {
    private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);
    // Read by serializers and the registry client, which get all settings; to Kafka's clients they mean nothing.
    private static final String REGISTRY_PREFIXES = "schema\\.registry\\..*|basic\\.auth\\..*|bearer\\.auth\\..*";

    private final Map<String, String> user;

    ClientSettings(Settings settings) {
        this.user = settings.values();
        refuse(
                user,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                "all topics of a connection share one producer, which cannot be transactional; a TransactionalConnection"
                        + " is opened with its transactional id");
    }

    /** Where the cluster is, as the user wrote it. */
    String brokers() {
        String brokers = user.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
        if (brokers == null || brokers.isBlank()) {
            throw new StartException(
                    "no broker address: set KAFKA_BROKERS in the environment, or the setting bootstrap.servers", null);
        }
        return brokers;
    }

    /** How long a start may take. */
    Duration startLimit() {
        return duration(user, CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, DEFAULT_LIMIT);
    }

    /** A time of the connection's settings. */
    Duration duration(String name, Duration otherwise) {
        return duration(user, name, otherwise);
    }

    Map<String, Object> admin() {
        Map<String, Object> settings = new HashMap<>(known(AdminClientConfig.configNames(), user));
        settings.put(
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                Long.toString(startLimit().toMillis()));
        // Kafka refuses a request time-out beyond that of the whole call.
        settings.putIfAbsent(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Long.toString(Math.min(30_000, startLimit().toMillis())));
        return settings;
    }

    Map<String, Object> producer() {
        return new HashMap<>(known(ProducerConfig.configNames(), user));
    }

    /** For sending in transactions. */
    Map<String, Object> producer(String transactionalId) {
        Map<String, Object> settings = producer();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return settings;
    }

    /** For a consumer of a group. */
    Map<String, Object> consumer(ConsumerSpec<?> spec, int number) {
        Map<String, String> merged = merged(spec);
        refuseTrue(merged);
        Map<String, Object> settings = new HashMap<>(known(ConsumerConfig.configNames(), merged));
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, spec.group());
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        readDefaults(settings);
        settings.putIfAbsent(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, Integer.toString(Math.max(500, spec.maxBatch())));
        if (!is("consumer", merged.get(ConsumerConfig.GROUP_PROTOCOL_CONFIG))) {
            settings.putIfAbsent(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        }
        if (!spec.settings().containsKey(ConsumerConfig.CLIENT_ID_CONFIG)) {
            settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId(spec.group() + "-" + spec.topic(), number));
        }
        return settings;
    }

    /** For reading without a group. */
    Map<String, Object> reader(String purpose, int number) {
        Map<String, String> merged = new HashMap<>(user);
        merged.remove(ConsumerConfig.GROUP_ID_CONFIG);
        merged.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        merged.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        merged.remove(ConsumerConfig.GROUP_REMOTE_ASSIGNOR_CONFIG); // refused without that protocol
        Map<String, Object> settings = new HashMap<>(known(ConsumerConfig.configNames(), merged));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        readDefaults(settings);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId(purpose, number));
        return settings;
    }

    /** The connection's settings with the consumer's own over them. */
    Map<String, String> merged(ConsumerSpec<?> spec) {
        Map<String, String> merged = new HashMap<>(user);
        merged.putAll(spec.settings());
        return merged;
    }

    static Duration duration(Map<String, String> settings, String name, Duration otherwise) {
        String value = settings.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            return Duration.ofMillis(Long.parseLong(value.strip()));
        } catch (NumberFormatException notANumber) {
            throw new StartException(
                    "the setting " + name + " must be a number of milliseconds, not '" + value + "'", notANumber);
        }
    }

    private static void readDefaults(Map<String, Object> settings) {
        settings.putIfAbsent(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.putIfAbsent(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // A topic that is missing is a mistake to be told, not something for a reader to create.
        settings.putIfAbsent(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
    }

    /** The user's name first, so that quotas and logs find it; then what tells the clients of one process apart. */
    private String clientId(String purpose, int number) {
        String own = user.get(CommonClientConfigs.CLIENT_ID_CONFIG);
        return (own == null ? "" : own + "-") + purpose + "-" + number;
    }

    private static void refuseTrue(Map<String, String> settings) {
        if (is("true", settings.get(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG))) {
            refuse(
                    settings,
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    "offsets are committed after a record was handled, and automatic commits would lose records");
        }
    }

    /** As Kafka reads values: without the blanks around them. */
    private static boolean is(String wanted, @Nullable String value) {
        return value != null && wanted.equalsIgnoreCase(value.strip());
    }

    private static void refuse(Map<String, String> settings, String name, String why) {
        if (settings.containsKey(name)) {
            throw new StartException("remove the setting " + name + ": " + why, null);
        }
    }

    private static Map<String, String> known(Set<String> names, Map<String, String> settings) {
        Set<String> others = new HashSet<>(ProducerConfig.configNames());
        others.addAll(ConsumerConfig.configNames());
        others.addAll(AdminClientConfig.configNames());
        others.removeAll(names);
        Map<String, String> known = new HashMap<>(settings);
        known.keySet().removeIf(name -> others.contains(name) || name.matches(REGISTRY_PREFIXES));
        return known;
    }
}
