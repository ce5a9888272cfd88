package org.openbankmark.bank.graphql.client;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.openbankmark.bank.graphql.bank.Endpoint;

/** An endpoint's meters, as Prometheus reads them. */
public final class Meters {
    private Meters() {}

    /** The sum of all with this name, which a space ends. */
    public static double of(Endpoint endpoint, String name) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(endpoint.at("/actuator/prometheus"))
                                .build(),
                        BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.replaceAll("\\{.*} ", " ").startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
