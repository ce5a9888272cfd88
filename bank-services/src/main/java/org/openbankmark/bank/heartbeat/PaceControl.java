package org.openbankmark.bank.heartbeat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.operations.Environment;
import org.openbankmark.bank.operations.HttpAnswer;
import org.openbankmark.bank.operations.HttpEndpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and sets the pace over HTTP: GET and PUT of {@code /pace}. For programs on this machine only: requests that come by way
 * of a browser, from a page of somebody else's, are refused (by their Origin, by a Host that is not this machine's, and
 * because a page cannot send JSON without asking first).
 */
final class PaceControl {
    private static final Logger LOG = LoggerFactory.getLogger(PaceControl.class);
    private static final int LARGEST_BODY = 1_024;
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private final CurrentPace pace;

    private PaceControl(CurrentPace pace) {
        this.pace = pace;
    }

    /** Listens where the settings say. */
    static HttpEndpoint start(Environment environment, CurrentPace pace) {
        PaceControl control = new PaceControl(pace);
        return HttpEndpoint.listen(
                "the heartbeat's control",
                environment.text("HEARTBEAT_CONTROL_HOST", "127.0.0.1"),
                environment.port("HEARTBEAT_CONTROL_PORT", 17_888),
                "HEARTBEAT_CONTROL_PORT",
                control::answer);
    }

    private HttpAnswer answer(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getRequestHeaders();
        if (headers.containsKey("Origin") || !isOwnName(headers.getFirst("Host"))) {
            return HttpAnswer.error(403, "the pace is set from this machine, by its own name, and not by a web page");
        }
        if (!exchange.getRequestURI().getPath().equals("/pace")) {
            return HttpAnswer.error(404, "there is /pace");
        }
        return switch (exchange.getRequestMethod()) {
            case "GET", "HEAD" -> HttpAnswer.json(200, PaceDocument.of(pace.get()));
            case "PUT" -> put(exchange);
            default -> HttpAnswer.methodNotAllowed(exchange.getRequestMethod(), "GET, HEAD, PUT");
        };
    }

    private HttpAnswer put(HttpExchange exchange) throws IOException {
        if (!isJson(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return HttpAnswer.error(415, "the Content-Type must be application/json");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return HttpAnswer.error(413, "the body may have " + LARGEST_BODY + " bytes at most");
        }
        try {
            Pace set = pace.change(now -> PaceDocument.read(body, now));
            LOG.atInfo()
                    .addKeyValue("batch_size", set.batchSize())
                    .addKeyValue("wait_ms", set.waitMs())
                    .log("the pace was set");
            return HttpAnswer.json(200, PaceDocument.of(set));
        } catch (IllegalArgumentException wrong) {
            return HttpAnswer.error(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static boolean isOwnName(@Nullable String host) {
        return host != null
                && OWN_NAMES.contains(host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT));
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase("application/json");
    }
}
