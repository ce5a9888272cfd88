package org.openbankmark.topology.it.endtoend;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.local.kafka.KafkaCluster;
import org.openbankmark.bank.local.kafka.ReadyTopics;
import org.openbankmark.bank.local.registry.SchemaRegistryServer;
import org.openbankmark.topology.runtime.codec.RecordCodec;
import org.openbankmark.topology.runtime.settings.Settings;
import org.openbankmark.topology.runtime.topic.Topic;

/** Makes the bank's topics and subjects on servers, from nothing but what is in the generated jar. */
final class BankOnServers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private BankOnServers() {}

    /** The settings of a client, after topics and schemas were made where they were not there yet. */
    static Settings prepare(KafkaCluster kafka, SchemaRegistryServer registry) throws Exception {
        createTopics(kafka);
        registerSchemas(registry);
        return settings(kafka.bootstrapServers(), registry.url());
    }

    static Settings settings(String bootstrapServers, String registryUrl) {
        return Settings.of(Map.of("bootstrap.servers", bootstrapServers, "schema.registry.url", registryUrl));
    }

    static void createTopics(KafkaCluster kafka) throws Exception {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic<?> topic : BankTopics.all()) {
            short replicas = (short) Math.min(topic.replicas(), kafka.brokers().size());
            topics.add(new NewTopic(topic.name(), topic.partitions(), replicas).configs(topic.config()));
            topic.deadLetter().ifPresent(name -> topics.add(new NewTopic(name, topic.partitions(), replicas)));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            ReadyTopics.create(admin, topics);
        }
    }

    static void registerSchemas(SchemaRegistryServer registry) throws Exception {
        for (Topic<?> topic : BankTopics.all()) {
            register(registry, topic);
        }
    }

    private static <T> void register(SchemaRegistryServer registry, Topic<T> topic) throws Exception {
        for (RecordCodec<? extends T> codec : topic.codecs()) {
            register(registry, topic.subject(codec), schemaFile(codec.schema().getFullName()));
        }
    }

    /** Registers a schema as a new version of a subject; its id. In one line, as all Avro tools write it. */
    static int register(SchemaRegistryServer registry, String subject, String schemaText) throws Exception {
        String schema = new Schema.Parser().parse(schemaText).toString();
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("schema", schema))))
                .build();
        HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("registering " + subject + ": " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).get("id").asInt();
    }

    /** The schema of a record as the generated jar carries it for tools. */
    static String schemaFile(String fullName) throws IOException {
        String path = "META-INF/topology/bank/schemas/" + fullName + ".avsc";
        try (InputStream in = BankTopics.class.getClassLoader().getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("the jar has no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
