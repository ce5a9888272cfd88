package org.openbankmark.bank.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;
import org.openbankmark.bank.local.process.DataDirectory;
import org.openbankmark.bank.local.process.EndOfJvm;
import org.openbankmark.bank.local.process.Ports;
import org.openbankmark.bank.local.process.ServerStartException;

/**
 * A real Kafka cluster on this machine: one or several brokers, each a process of its own, on the loopback interface
 * only. All processes end with this JVM, however it ends. Safe for use by several threads.
 */
public final class KafkaCluster implements AutoCloseable {
    private final List<KafkaBroker> brokers;
    private final DataDirectory data;
    private final EndOfJvm endOfJvm;

    private KafkaCluster(List<KafkaBroker> brokers, DataDirectory data) {
        this.brokers = brokers;
        this.data = data;
        this.endOfJvm = EndOfJvm.runs(this::end);
    }

    /** Starts one broker on a free port. */
    public static KafkaCluster start() {
        return start(KafkaOptions.defaults());
    }

    /**
     * Starts a cluster and waits until every broker sees all others.
     *
     * @throws ServerStartException when it cannot: which broker, why, and the end of its log; nothing is left running
     */
    public static KafkaCluster start(KafkaOptions options) {
        DataDirectory data = DataDirectory.of(options.directory(), "kafka");
        KafkaCluster cluster;
        try {
            cluster = prepared(options, data);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
        try {
            cluster.brokers.forEach(KafkaBroker::launch);
            cluster.brokers.forEach(broker -> broker.awaitReady(options.brokers()));
            return cluster;
        } catch (RuntimeException e) {
            cluster.brokers.forEach(KafkaBroker::kill);
            cluster.close();
            throw e;
        }
    }

    private static KafkaCluster prepared(KafkaOptions options, DataDirectory data) {
        List<Integer> free = Ports.free(2 * options.brokers());
        List<Integer> controllers = free.subList(0, options.brokers());
        List<Integer> ports =
                options.ports().isEmpty() ? free.subList(options.brokers(), free.size()) : options.ports();
        String clusterId = clusterId(data.path());
        List<KafkaBroker> brokers = new ArrayList<>();
        for (int id = 1; id <= options.brokers(); id++) {
            Path directory = data.path().resolve("broker-" + id);
            brokers.add(new KafkaBroker(
                    id,
                    ports.get(id - 1),
                    controllers.get(id - 1),
                    clusterId,
                    directory,
                    BrokerProperties.of(id, ports, controllers, directory.resolve("data"), options.properties()),
                    options));
        }
        return new KafkaCluster(List.copyOf(brokers), data);
    }

    /** Data that are kept belong to the cluster that wrote them: its id is kept with them. */
    private static String clusterId(Path directory) {
        Path file = directory.resolve("cluster-id");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, Uuid.randomUuid().toString());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ServerStartException("cannot keep the cluster's id in " + file + ": " + e.getMessage(), e);
        }
    }

    /** Where clients connect, for the setting {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return brokers.stream().map(KafkaBroker::address).collect(Collectors.joining(","));
    }

    /** All brokers, by id. */
    public List<KafkaBroker> brokers() {
        return brokers;
    }

    /** The broker with this id, from 1 on. */
    public KafkaBroker broker(int id) {
        return brokers.get(id - 1);
    }

    /** Stops all brokers, in order where their data are kept, and removes a temporary directory. */
    @Override
    public void close() {
        endOfJvm.cancel();
        end();
    }

    private void end() {
        if (data.kept()) {
            brokers.forEach(KafkaBroker::requestStop);
            brokers.forEach(KafkaBroker::stop);
        } else {
            brokers.forEach(KafkaBroker::kill);
        }
        data.close();
    }
}
