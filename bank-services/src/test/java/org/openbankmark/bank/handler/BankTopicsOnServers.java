package org.openbankmark.bank.handler;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.openbankmark.bank.events.BankTopics;
import org.openbankmark.bank.local.kafka.ReadyTopics;
import org.openbankmark.topology.runtime.codec.RecordCodec;
import org.openbankmark.topology.runtime.topic.Topic;

/** Makes the bank's topics and schemas on servers of a test, as sync-cli would. */
public final class BankTopicsOnServers {
    private BankTopicsOnServers() {}

    public static void make(String brokers, String registry) throws Exception {
        List<NewTopic> topics = new ArrayList<>();
        for (Topic<?> topic : BankTopics.all()) {
            topics.add(new NewTopic(topic.name(), topic.partitions(), (short) 1));
            topic.deadLetter().ifPresent(name -> topics.add(new NewTopic(name, 1, (short) 1)));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            ReadyTopics.create(admin, topics);
        }
        for (Topic<?> topic : BankTopics.all()) {
            register(registry, topic);
        }
    }

    private static <T> void register(String registry, Topic<T> topic) throws Exception {
        for (RecordCodec<? extends T> codec : topic.codecs()) {
            String schema = codec.schema()
                    .toString()
                    .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"");
            String body = new ObjectMapper().writeValueAsString(Map.of("schema", schema));
            URI uri = URI.create(registry + "/subjects/" + topic.subject(codec) + "/versions");
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(uri)
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(topic.name() + ": " + answer.statusCode() + " " + answer.body());
            }
        }
    }
}
