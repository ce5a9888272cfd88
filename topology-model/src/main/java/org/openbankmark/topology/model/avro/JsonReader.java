package org.openbankmark.topology.model.avro;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbankmark.topology.model.problem.ProblemCollector;
import org.openbankmark.topology.model.problem.Rule;
import org.openbankmark.topology.model.source.Source;
import org.openbankmark.topology.model.source.Span;

/** Reads a JSON file, comments allowed as Avro allows them. */
final class JsonReader {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Source source;
    private final JsonParser parser;

    private JsonReader(Source source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    /** The file's value; empty, with a problem reported, where it is not one JSON value. */
    static Optional<JsonValue> read(Source source, ProblemCollector problems) {
        try (JsonParser parser = FACTORY.createParser(source.text())) {
            JsonReader reader = new JsonReader(source, parser);
            parser.nextToken();
            JsonValue value = reader.value();
            if (parser.nextToken() != null) {
                problems.report(
                        Rule.INVALID_SCHEMA,
                        reader.span(parser.currentTokenLocation(), 1),
                        "a second value begins here",
                        "keep one schema in a file, or put several in a list: [ … ]");
                return Optional.empty();
            }
            return Optional.of(value);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            problems.report(
                    Rule.INVALID_SCHEMA,
                    at == null ? source.start() : new Span(source, at.getLineNr(), Math.max(1, at.getColumnNr()), 1),
                    "not valid JSON: " + e.getOriginalMessage(),
                    "an Avro schema is a JSON object such as {\"type\": \"record\", …}");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
    }

    private JsonValue value() throws IOException {
        @Nullable JsonToken token = parser.currentToken();
        Span span = span(parser.currentTokenLocation(), 1);
        if (token == JsonToken.START_OBJECT) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String key = parser.currentName();
                parser.nextToken();
                members.put(key, value());
            }
            return new JsonValue.Members(members, span);
        }
        if (token == JsonToken.START_ARRAY) {
            List<JsonValue> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value());
            }
            return new JsonValue.Items(items, span);
        }
        String text = parser.getText() == null ? "" : parser.getText();
        if (token == JsonToken.VALUE_STRING) {
            return new JsonValue.Text(text, span(parser.currentTokenLocation(), text.length() + 2));
        }
        return new JsonValue.Literal(token == null ? "null" : text, span);
    }

    private Span span(JsonLocation at, int width) {
        return new Span(source, at.getLineNr(), at.getColumnNr(), width);
    }
}
