package org.openbankmark.bank.local.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a service whether it is ready. Safe for use by several threads. */
final class Probe {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LIMIT)
            .build();

    /**
     * What a service says of itself.
     *
     * @param ready whether it can do its work
     * @param remarks why not, and what else is wrong
     */
    record Answer(boolean ready, List<String> remarks) {}

    /** Asks; a service that does not answer is not ready. */
    Answer ask(String readyUrl) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = http.send(
                    HttpRequest.newBuilder(URI.create(readyUrl)).timeout(LIMIT).build(), BodyHandlers.ofByteArray());
            JsonNode document = JSON.readTree(response.body());
            List<String> remarks = new ArrayList<>();
            for (String kind : List.of("problems", "warnings")) {
                document.path(kind)
                        .properties()
                        .forEach(problem -> remarks.add(
                                problem.getKey() + ": " + problem.getValue().asText()));
            }
            return new Answer(response.statusCode() == 200, remarks);
        } catch (IOException silent) {
            return new Answer(false, List.of("does not answer at " + readyUrl));
        }
    }
}
