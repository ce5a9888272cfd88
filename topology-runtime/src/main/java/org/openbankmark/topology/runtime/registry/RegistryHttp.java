package org.openbankmark.topology.runtime.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.runtime.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions to a schema registry with Confluent's REST API. Each of its addresses is tried in turn, all of them again
 * after a pause that doubles, up to {@code max.retries} times; only when no address could be reached or all answered with
 * an error of theirs (5xx, 429). Redirects are not followed. Safe for use by several threads.
 */
public final class RegistryHttp {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final RegistryConfig config;
    private final Transport transport;
    private final SubjectContext context;
    private final ObjectMapper json = new ObjectMapper();
    /** The address that answered last. */
    private final AtomicInteger preferred = new AtomicInteger();

    /**
     * Reads {@code schema.registry.url} and what belongs to it.
     *
     * @throws IllegalArgumentException if a setting is missing or wrong, naming it
     */
    public RegistryHttp(Settings settings) {
        this.config = RegistryConfig.from(settings);
        this.transport = new Transport(config);
        this.context = SubjectContext.of(config.addresses().get(0));
    }

    /** The registry's addresses, without credentials. */
    public List<URI> addresses() {
        return config.addresses();
    }

    /** The context that subjects without one in their names are of. */
    public SubjectContext context() {
        return context;
    }

    /** As {@link #send} with {@code GET}. */
    public RegistryAnswer get(String path) {
        return send("GET", path, null);
    }

    /** As {@link #send} with {@code POST}. */
    public RegistryAnswer post(String path, JsonNode body) {
        return send("POST", path, body);
    }

    /**
     * Asks a question, and waits for the answer.
     *
     * @param path below the registry's address, from {@code /}, percent-encoded where needed
     * @throws RegistryUnavailableException if no address gave an answer
     * @throws RegistryException if the registry refused the credentials (401, 403), redirected, or answered what is not
     *     JSON
     */
    public RegistryAnswer send(String method, String path, @Nullable JsonNode body) {
        List<URI> addresses = config.addresses();
        int first = preferred.get();
        for (int attempt = 0; ; attempt++) {
            RegistryUnavailableException failure = null;
            for (int i = 0; i < addresses.size(); i++) {
                int index = (first + i) % addresses.size();
                try {
                    RegistryAnswer answer = ask(method, URI.create(addresses.get(index) + path), body);
                    preferred.set(index);
                    return answer;
                } catch (RegistryUnavailableException unavailable) {
                    LOG.debug("{}", unavailable.getMessage());
                    if (failure != null) {
                        unavailable.addSuppressed(failure);
                    }
                    failure = unavailable;
                }
            }
            if (attempt >= config.retries() && failure != null) {
                throw failure;
            }
            pause(attempt + 1);
        }
    }

    private RegistryAnswer ask(String method, URI uri, @Nullable JsonNode body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", MEDIA_TYPE + ", application/json");
        if (body != null) {
            headers.put("Content-Type", MEDIA_TYPE);
        }
        config.authorization().ifPresent(value -> headers.put("Authorization", value));
        Optional<String> text = Optional.ofNullable(body).map(JsonNode::toString);
        return read(uri, exchange(new Question(method, uri, headers, text)));
    }

    private Transport.Answer exchange(Question question) {
        String where = "the schema registry at " + question.uri();
        try {
            return transport.ask(question, config.timeout());
        } catch (TimeoutException late) {
            throw new RegistryUnavailableException(
                    where + " did not answer within " + config.timeout().toMillis() + " ms", late);
        } catch (Transport.TooLargeException large) {
            throw new RegistryException(
                    where + " sent an answer of more than " + Transport.LARGEST_ANSWER + " bytes", large);
        } catch (IOException failed) {
            throw new RegistryUnavailableException(where + " cannot be reached: " + reason(failed), failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for " + where, stopped);
        }
    }

    private RegistryAnswer read(URI uri, Transport.Answer response) {
        int status = response.status();
        String where = "the schema registry at " + uri;
        if (status >= 500 || status == 429) {
            throw new RegistryUnavailableException(where + " answered with status " + status, null);
        }
        if (status == 401 || status == 403) {
            throw new RegistryException(
                    where + " refused the client's credentials (status " + status
                            + "): check basic.auth.user.info or bearer.auth.token",
                    null);
        }
        if (status / 100 == 3) {
            throw new RegistryException(
                    where + " redirected (status " + status
                            + "), which is not followed: set schema.registry.url to the registry itself",
                    null);
        }
        try {
            JsonNode body = response.body().length == 0 ? MissingNode.getInstance() : json.readTree(response.body());
            return new RegistryAnswer(status, body);
        } catch (JsonProcessingException notJson) {
            notJson.clearLocation();
            throw new RegistryException(
                    where + " answered with status " + status + " and what is not JSON: is it a schema registry?",
                    notJson);
        } catch (IOException unreadable) {
            throw new RegistryException(where + " sent an answer that cannot be read", unreadable);
        }
    }

    private void pause(int retry) {
        try {
            TimeUnit.MILLISECONDS.sleep(config.waitBefore(retry).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailableException("interrupted while waiting for the schema registry", stopped);
        }
    }

    private static String reason(IOException cause) {
        String message = cause.getMessage();
        if (cause instanceof UnknownHostException) {
            return "its host's name is unknown";
        }
        if (cause instanceof ConnectException && (message == null || message.startsWith("Connection refused"))) {
            return "connection refused";
        }
        String name = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? name : name + ": " + message;
    }
}
