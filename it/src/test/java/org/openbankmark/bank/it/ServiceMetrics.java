package org.openbankmark.bank.it;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The metrics of a service, over HTTP. */
final class ServiceMetrics {
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI metrics;

    ServiceMetrics(String port) {
        this.metrics = URI.create("http://127.0.0.1:" + port + "/metrics");
    }

    /** The sum over all meters of a name. */
    double sum(String name) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
