package org.openbankmark.bank.handler.outbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.openbankmark.bank.events.AccountCreationConfirmed;
import org.openbankmark.bank.events.AccountCreationFailed;
import org.openbankmark.bank.events.Atype;
import org.openbankmark.bank.events.BalanceChanged;
import org.openbankmark.bank.events.MoneyTransferConfirmed;
import org.openbankmark.bank.events.MoneyTransferFailed;

/**
 * Events as they wait in the outbox: JSON, as it can still be read by a later version whose records have other fields. Each is an
 * array: its kind, then its fields.
 */
final class EventJson {
    // Escaped, half a surrogate pair is text that PostgreSQL takes too.
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventJson() {}

    static String write(List<SpecificRecord> events) {
        StringWriter text = new StringWriter(events.size() * 128);
        try (JsonGenerator out = FACTORY.createGenerator(text)) {
            out.writeStartArray();
            for (SpecificRecord event : events) {
                out.writeStartArray();
                write(event, out);
                out.writeEndArray();
            }
            out.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(SpecificRecord event, JsonGenerator out) throws IOException {
        if (event instanceof BalanceChanged changed) {
            out.writeString("balance_changed");
            out.writeString(changed.getIban());
            out.writeNumber(changed.getNewBalance());
            out.writeNumber(changed.getChangedBy());
            out.writeString(changed.getFromTo());
            out.writeString(changed.getDescription());
            out.writeNumber(changed.getSequence());
            out.writeString(String.valueOf(changed.getTransferId()));
        } else if (event instanceof MoneyTransferConfirmed confirmed) {
            out.writeString("money_transfer_confirmed");
            out.writeString(confirmed.getId().toString());
        } else if (event instanceof MoneyTransferFailed failed) {
            out.writeString("money_transfer_failed");
            out.writeString(failed.getId().toString());
            out.writeString(failed.getReason());
        } else if (event instanceof AccountCreationConfirmed confirmed) {
            out.writeString("account_creation_confirmed");
            out.writeString(confirmed.getId().toString());
            out.writeString(confirmed.getIban());
            out.writeString(confirmed.getToken());
            out.writeString(confirmed.getAType().name());
        } else if (event instanceof AccountCreationFailed failed) {
            out.writeString("account_creation_failed");
            out.writeString(failed.getId().toString());
            out.writeString(failed.getReason());
        } else {
            throw new IllegalArgumentException(
                    "the outbox knows no " + event.getSchema().getFullName());
        }
    }

    /** The events; an IllegalStateException if it is not what {@link #write} makes. */
    static List<SpecificRecord> read(String content) {
        try {
            List<SpecificRecord> events = new ArrayList<>();
            for (JsonNode event : JSON.readTree(content)) {
                events.add(read(event));
            }
            return events;
        } catch (JsonProcessingException | IllegalArgumentException broken) {
            // Without the cause: its message quotes the content, which may hold a token.
            throw new IllegalStateException(
                    "a row of the outbox cannot be read: " + broken.getClass().getName());
        }
    }

    private static SpecificRecord read(JsonNode event) {
        String kind = event.path(0).asText();
        return switch (kind) {
            case "balance_changed" ->
                new BalanceChanged(
                        event.path(1).asText(),
                        event.path(2).asLong(),
                        event.path(3).asLong(),
                        event.path(4).asText(),
                        event.path(5).asText(),
                        event.path(6).asLong(),
                        UUID.fromString(event.path(7).asText()));
            case "money_transfer_confirmed" -> new MoneyTransferConfirmed(id(event));
            case "money_transfer_failed" ->
                new MoneyTransferFailed(id(event), event.path(2).asText());
            case "account_creation_confirmed" ->
                new AccountCreationConfirmed(
                        id(event),
                        event.path(2).asText(),
                        event.path(3).asText(),
                        Atype.valueOf(event.path(4).asText()));
            case "account_creation_failed" ->
                new AccountCreationFailed(id(event), event.path(2).asText());
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static UUID id(JsonNode event) {
        return UUID.fromString(event.path(1).asText());
    }
}
