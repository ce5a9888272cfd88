package org.openbankmark.bank.local.kafka;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a local cluster shall be. Immutable; each method returns a changed copy.
 *
 * @param brokers how many; each is a KRaft controller too, so that of three any one may die
 * @param ports on which clients reach the brokers, by broker; empty for free ones
 * @param directory of data and logs, kept; null for a temporary one, removed on close
 * @param properties of each broker, beside or in place of those that {@link BrokerProperties} gives
 * @param clientSettings with which a client of this machine's user gets in, to ask whether the brokers serve; needed where
 *     the properties demand credentials
 * @param jvmOptions for each broker's JVM, after those that make it start fast
 * @param heapMegabytes of each broker
 * @param startLimit until when all must serve
 */
public record KafkaOptions(
        int brokers,
        List<Integer> ports,
        @Nullable Path directory,
        Map<String, String> properties,
        Map<String, String> clientSettings,
        List<String> jvmOptions,
        int heapMegabytes,
        Duration startLimit) {

    /** Checks that the numbers fit together. */
    public KafkaOptions {
        if (brokers < 1) {
            throw new IllegalArgumentException("a cluster needs a broker, not " + brokers);
        }
        if (!ports.isEmpty() && ports.size() != brokers) {
            throw new IllegalArgumentException(
                    "ports " + ports + " for " + brokers + " brokers: one each, or none for free ones");
        }
        ports = List.copyOf(ports);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        clientSettings = Map.copyOf(clientSettings);
        jvmOptions = List.copyOf(jvmOptions);
    }

    /** One broker on a free port, in a temporary directory. */
    public static KafkaOptions defaults() {
        return new KafkaOptions(1, List.of(), null, Map.of(), Map.of(), List.of(), 512, Duration.ofMinutes(3));
    }

    /** With this many brokers, on free ports. */
    public KafkaOptions withBrokers(int count) {
        return new KafkaOptions(
                count, List.of(), directory, properties, clientSettings, jvmOptions, heapMegabytes, startLimit);
    }

    /** With one broker on each of these ports. */
    public KafkaOptions withPorts(Integer... given) {
        return new KafkaOptions(
                given.length,
                List.of(given),
                directory,
                properties,
                clientSettings,
                jvmOptions,
                heapMegabytes,
                startLimit);
    }

    /** With data and logs in a directory that is kept. */
    public KafkaOptions withDirectory(Path kept) {
        return new KafkaOptions(
                brokers, ports, kept, properties, clientSettings, jvmOptions, heapMegabytes, startLimit);
    }

    /** With one more property of each broker, such as {@code log.retention.bytes}. */
    public KafkaOptions withProperty(String name, String value) {
        Map<String, String> more = new TreeMap<>(properties);
        more.put(name, value);
        return new KafkaOptions(brokers, ports, directory, more, clientSettings, jvmOptions, heapMegabytes, startLimit);
    }

    /** With these settings of the client that asks whether the brokers serve, such as {@code sasl.jaas.config}. */
    public KafkaOptions withClientSettings(Map<String, String> given) {
        return new KafkaOptions(brokers, ports, directory, properties, given, jvmOptions, heapMegabytes, startLimit);
    }

    /** With further options for each broker's JVM, such as {@code -XX:TieredStopAtLevel=4} for long runs under load. */
    public KafkaOptions withJvmOptions(String... given) {
        List<String> more = new ArrayList<>(jvmOptions);
        Collections.addAll(more, given);
        return new KafkaOptions(brokers, ports, directory, properties, clientSettings, more, heapMegabytes, startLimit);
    }

    /** With this much heap for each broker. */
    public KafkaOptions withHeapMegabytes(int megabytes) {
        return new KafkaOptions(
                brokers, ports, directory, properties, clientSettings, jvmOptions, megabytes, startLimit);
    }

    /** With this time limit for the start of the cluster and of each broker. */
    public KafkaOptions withStartLimit(Duration limit) {
        return new KafkaOptions(
                brokers, ports, directory, properties, clientSettings, jvmOptions, heapMegabytes, limit);
    }
}
