package org.openbankmark.bank.local.kafka;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The {@code server.properties} of one broker. */
final class BrokerProperties {
    private BrokerProperties() {}

    /**
     * All properties of a broker.
     *
     * @param id from 1 on
     * @param ports of the listeners for clients, by broker
     * @param controllerPorts of the controllers, by broker
     */
    static Map<String, String> of(
            int id, List<Integer> ports, List<Integer> controllerPorts, Path data, Map<String, String> userProperties) {
        Map<String, String> properties = new TreeMap<>();
        place(properties, id, ports.get(id - 1), controllerPorts, data);
        replication(properties, ports.size());
        small(properties);
        quick(properties);
        // A topic that nobody declared is a mistake to be seen, never something to make up.
        properties.put("auto.create.topics.enable", "false");
        properties.putAll(userProperties);
        return properties;
    }

    private static void place(
            Map<String, String> properties, int id, int port, List<Integer> controllerPorts, Path data) {
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(id));
        properties.put("log.dirs", data.toString());
        properties.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPorts.get(id - 1));
        properties.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("controller.listener.names", "CONTROLLER");
        properties.put("controller.quorum.voters", voters(controllerPorts));
    }

    private static String voters(List<Integer> controllerPorts) {
        List<String> voters = new ArrayList<>();
        for (int port : controllerPorts) {
            voters.add((voters.size() + 1) + "@127.0.0.1:" + port);
        }
        return String.join(",", voters);
    }

    private static void replication(Map<String, String> properties, int brokers) {
        String replicas = Integer.toString(Math.min(3, brokers));
        String inSync = brokers >= 3 ? "2" : "1";
        properties.put("default.replication.factor", replicas);
        properties.put("min.insync.replicas", inSync);
        properties.put("offsets.topic.replication.factor", replicas);
        properties.put("transaction.state.log.replication.factor", replicas);
        properties.put("transaction.state.log.min.isr", inSync);
        properties.put("share.coordinator.state.topic.replication.factor", replicas);
        properties.put("share.coordinator.state.topic.min.isr", inSync);
    }

    /** Kafka's own numbers are for a data centre; these are for a laptop. */
    private static void small(Map<String, String> properties) {
        properties.put("offsets.topic.num.partitions", "5");
        properties.put("transaction.state.log.num.partitions", "5");
        properties.put("share.coordinator.state.topic.num.partitions", "5");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("log.cleaner.dedupe.buffer.size", "16777216");
    }

    /** A consumer group forms at once, and a broker that died is replaced and let in again within seconds. */
    private static void quick(Map<String, String> properties) {
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("broker.heartbeat.interval.ms", "500");
        properties.put("broker.session.timeout.ms", "4000");
    }
}
