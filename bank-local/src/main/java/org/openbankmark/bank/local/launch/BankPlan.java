package org.openbankmark.bank.local.launch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What runs where: which servers are started here, on which ports, and which are somebody else's.
 *
 * @param externalKafka the brokers that KAFKA_BROKERS names; null to start some here
 * @param externalRegistry what SCHEMA_REGISTRY_URL names; null to start one here
 * @param externalDatabase where DB_HOSTNAME, DB_PORT and DB_NAME say it is; null to start one here
 * @param kafkaPorts one for each broker
 * @param servicePorts by the variable that names them
 * @param serviceJvmOptions of the user's, for the JVMs of services
 * @param classArchives whether JVMs start from archives of classes, and missing ones are made
 */
record BankPlan(
        @Nullable String externalKafka,
        @Nullable String externalRegistry,
        @Nullable String externalDatabase,
        List<Integer> kafkaPorts,
        int registryPort,
        int databasePort,
        Map<String, Integer> servicePorts,
        List<String> serviceJvmOptions,
        boolean classArchives) {

    static final int KAFKA_PORT = 9_092;
    static final int REGISTRY_PORT = 8_081;
    static final int DATABASE_PORT = 15_432;
    private static final String KAFKA_VARIABLE = "BANK_KAFKA_PORT";
    private static final String REGISTRY_VARIABLE = "BANK_REGISTRY_PORT";
    private static final String DATABASE_VARIABLE = "BANK_POSTGRES_PORT";

    /** @throws LaunchException if a port is none, or what is yes or no is neither */
    static BankPlan of(Map<String, String> environment, int brokers) {
        int firstKafka = port(environment, KAFKA_VARIABLE, KAFKA_PORT);
        List<Integer> kafkaPorts = new ArrayList<>();
        for (int i = 0; i < brokers; i++) {
            kafkaPorts.add(firstKafka + i);
        }
        Map<String, Integer> servicePorts = new LinkedHashMap<>();
        for (ServiceSpec service : ServiceSpec.ALL) {
            servicePorts.put(service.portVariable(), port(environment, service.portVariable(), service.port()));
            service.ports()
                    .forEach((variable, own) -> servicePorts.put(variable, port(environment, variable, own.port())));
        }
        return new BankPlan(
                text(environment, "KAFKA_BROKERS"),
                text(environment, "SCHEMA_REGISTRY_URL"),
                externalDatabase(environment),
                kafkaPorts,
                port(environment, REGISTRY_VARIABLE, REGISTRY_PORT),
                port(environment, DATABASE_VARIABLE, DATABASE_PORT),
                servicePorts,
                words(environment, "BANK_JAVA_OPTIONS"),
                yes(environment, "BANK_CLASS_ARCHIVES"));
    }

    /** As the services read it; the defaults are theirs. */
    private static @Nullable String externalDatabase(Map<String, String> environment) {
        String host = text(environment, "DB_HOSTNAME");
        if (host == null) {
            return null;
        }
        return host + ":" + port(environment, "DB_PORT", 5_432) + "/"
                + Objects.requireNonNullElse(text(environment, "DB_NAME"), "bank");
    }

    /** All ports that must be free: which variable moves them, and who wants to listen there. */
    List<WantedPort> wantedPorts() {
        List<WantedPort> wanted = new ArrayList<>();
        if (externalKafka == null) {
            for (int i = 0; i < kafkaPorts.size(); i++) {
                wanted.add(new WantedPort("Kafka broker " + (i + 1), kafkaPorts.get(i), KAFKA_VARIABLE));
            }
        }
        if (externalRegistry == null) {
            wanted.add(new WantedPort("the schema registry", registryPort, REGISTRY_VARIABLE));
        }
        if (externalDatabase == null) {
            wanted.add(new WantedPort("PostgreSQL", databasePort, DATABASE_VARIABLE));
        }
        for (ServiceSpec service : ServiceSpec.ALL) {
            wanted.add(new WantedPort(service.name(), servicePort(service.portVariable()), service.portVariable()));
            service.ports()
                    .keySet()
                    .forEach(variable -> wanted.add(new WantedPort(service.name(), servicePort(variable), variable)));
        }
        return wanted;
    }

    int servicePort(String variable) {
        Integer port = servicePorts.get(variable);
        if (port == null) {
            throw new IllegalArgumentException("no service has a port named " + variable);
        }
        return port;
    }

    String brokers() {
        return externalKafka != null
                ? externalKafka
                : String.join(
                        ",",
                        kafkaPorts.stream().map(port -> "127.0.0.1:" + port).toList());
    }

    String registry() {
        return externalRegistry != null ? externalRegistry : "http://127.0.0.1:" + registryPort + "/apis/ccompat/v7";
    }

    private static @Nullable String text(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static List<String> words(Map<String, String> environment, String name) {
        String text = text(environment, name);
        return text == null ? List.of() : List.of(text.split("\\s+"));
    }

    private static boolean yes(Map<String, String> environment, String name) {
        String text = Objects.requireNonNullElse(text(environment, name), "yes");
        if (text.equals("yes") || text.equals("no")) {
            return text.equals("yes");
        }
        throw new LaunchException(name + " must be yes or no, not '" + text + "'");
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String text = text(environment, name);
        if (text == null) {
            return otherwise;
        }
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        throw new LaunchException(name + " must be a port from 1 to 65535, not '" + text + "'");
    }

    /**
     * A port that must be free.
     *
     * @param who wants to listen there
     * @param variable with which the user can choose another
     */
    record WantedPort(String who, int port, String variable) {}
}
