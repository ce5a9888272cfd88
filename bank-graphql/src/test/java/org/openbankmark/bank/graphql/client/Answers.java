package org.openbankmark.bank.graphql.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What came for one subscription: messages of the types next, error and complete. */
public final class Answers {
    private static final long SECONDS = 20;

    private final String id;
    private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

    Answers(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    void receive(JsonNode message) {
        messages.add(message);
    }

    /** The next message, of whatever type. */
    public JsonNode message() throws InterruptedException {
        JsonNode message = messages.poll(SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("nothing came within " + SECONDS + " s");
        }
        return message;
    }

    /** The data of the next result. */
    public JsonNode data() throws InterruptedException {
        JsonNode message = message();
        if (!message.path("payload").has("data") || message.path("payload").has("errors")) {
            throw new AssertionError("not a result: " + message);
        }
        return message.get("payload").get("data");
    }

    /** The code of an error, whether it came as a result or ended the subscription. */
    public String errorCode() throws InterruptedException {
        JsonNode message = message();
        JsonNode payload = message.path("payload");
        JsonNode errors = payload.isArray() ? payload : payload.path("errors");
        if (errors.isEmpty()) {
            throw new AssertionError("not an error: " + message);
        }
        return errors.get(0).path("extensions").path("code").asText();
    }

    /** All results that are here, without waiting. */
    public List<JsonNode> soFar() {
        List<JsonNode> all = new ArrayList<>();
        messages.drainTo(all);
        return all;
    }

    public int waiting() {
        return messages.size();
    }
}
