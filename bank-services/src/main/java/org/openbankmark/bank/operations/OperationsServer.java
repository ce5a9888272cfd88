package org.openbankmark.bank.operations;

import com.sun.net.httpserver.HttpExchange;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Health and metrics of a service over HTTP. They are for operators: read-only, without secrets. */
final class OperationsServer {
    private static final String READ_METHODS = "GET, HEAD";

    private final String service;
    private final Health health;
    private final PrometheusMeterRegistry meters;

    private OperationsServer(String service, Health health, PrometheusMeterRegistry meters) {
        this.service = service;
        this.health = health;
        this.meters = meters;
    }

    static HttpEndpoint start(Service service, Environment environment, Health health, PrometheusMeterRegistry meters) {
        OperationsServer server = new OperationsServer(service.name(), health, meters);
        return HttpEndpoint.listen(
                "health and metrics of " + service.name(),
                environment.text("OPERATIONS_HOST", "127.0.0.1"),
                environment.port("OPERATIONS_PORT", service.operationsPort()),
                "OPERATIONS_PORT",
                server::answer);
    }

    private HttpAnswer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return HttpAnswer.methodNotAllowed(method, READ_METHODS);
        }
        return switch (path) {
            case "/health/live" -> HttpAnswer.json(200, Map.of("service", service, "live", true));
            case "/health/ready" -> ready();
            case "/metrics" ->
                new HttpAnswer(200, "text/plain; version=0.0.4; charset=utf-8", meters.scrape(), Map.of());
            default -> HttpAnswer.error(404, "there are /health/live, /health/ready and /metrics");
        };
    }

    private HttpAnswer ready() {
        Health.Report report = health.report();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("service", service);
        document.put("ready", report.ready());
        document.put("problems", report.problems());
        document.put("warnings", report.warnings());
        return HttpAnswer.json(report.ready() ? 200 : 503, document);
    }
}
