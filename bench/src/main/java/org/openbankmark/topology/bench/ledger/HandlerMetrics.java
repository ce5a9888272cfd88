package org.openbankmark.topology.bench.ledger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What a handler says of itself, for Prometheus. */
final class HandlerMetrics {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    HandlerMetrics(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    /** Transfers that were committed in PostgreSQL since the handler began. */
    long confirmed() throws IOException, InterruptedException {
        return sum("bank_commands_total{", "kind=\"money_transfer\"", "outcome=\"confirmed\"");
    }

    /** Events that were committed in Kafka since then. */
    long sent() throws IOException, InterruptedException {
        return sum("bank_relay_sent_total");
    }

    private long sum(String name, String... labels) throws IOException, InterruptedException {
        double sum = 0;
        for (String line : get("/metrics").body().split("\n", -1)) {
            boolean wanted = line.startsWith(name);
            for (String label : labels) {
                wanted &= line.contains(label);
            }
            if (wanted) {
                sum += Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
            }
        }
        return Math.round(sum);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(address + path))
                        .timeout(LIMIT)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
