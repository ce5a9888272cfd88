package org.openbankmark.bank.heartbeat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A pace as JSON: {@code {"batch_size": 20, "wait_ms": 100}}. */
final class PaceDocument {
    private static final String BATCH_SIZE = "batch_size";
    private static final String WAIT_MS = "wait_ms";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private PaceDocument() {}

    static Map<String, Object> of(Pace pace) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(BATCH_SIZE, pace.batchSize());
        document.put(WAIT_MS, pace.waitMs());
        return document;
    }

    /**
     * The pace that a document asks for; what it leaves out stays as it is.
     *
     * @throws IllegalArgumentException with a message for people if it is none
     */
    static Pace read(byte[] body, Pace now) {
        JsonNode document = parse(body);
        for (Iterator<String> names = document.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!Set.of(BATCH_SIZE, WAIT_MS).contains(name)) {
                throw new IllegalArgumentException(
                        "there is no field '" + name + "', only " + BATCH_SIZE + " and " + WAIT_MS);
            }
        }
        if (document.isEmpty()) {
            throw new IllegalArgumentException("give " + BATCH_SIZE + ", " + WAIT_MS + " or both");
        }
        return new Pace(number(document, BATCH_SIZE, now.batchSize()), number(document, WAIT_MS, now.waitMs()));
    }

    private static JsonNode parse(byte[] body) {
        JsonNode document;
        try {
            document = JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("the body is not JSON: " + broken.getOriginalMessage(), broken);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes can always be read", impossible);
        }
        if (!document.isObject()) {
            throw new IllegalArgumentException(
                    "the body must be a JSON object such as {\"batch_size\": 20, \"wait_ms\": 100}");
        }
        return document;
    }

    private static int number(JsonNode document, String name, int otherwise) {
        JsonNode value = document.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException(name + " must be a whole number, not " + value);
        }
        if (!value.canConvertToInt()) {
            throw new IllegalArgumentException(name + " is out of bounds: " + value);
        }
        return value.intValue();
    }
}
