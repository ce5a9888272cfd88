package org.openbankmark.bank.operations;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openbankmark.bank.events.ConfirmMoneyTransfer;
import org.openbankmark.bank.operations.log.JsonLines;
import org.openbankmark.bank.operations.log.TextLines;
import org.slf4j.event.KeyValuePair;

class LogLinesTest {
    private static final String TOKEN = "12345678901234567890";

    @Test
    void textIsOneLineWithItsFields() {
        assertThat(line(new TextLines(), event("opened\nforged line")))
                .isEqualTo("2026-01-31T11:00:00.000Z INFO  Ledger - opened\\nforged line topic=heartbeat offset=17"
                        + " note=\"two words\"\n");
    }

    @Test
    void jsonHasTheFieldsBesideTheMessage() {
        assertThat(line(new JsonLines(), event("opened\n")))
                .startsWith("{\"time\":\"2026-01-31T11:00:00Z\",\"level\":\"INFO\",\"logger\":\"org.bank.Ledger\"")
                .endsWith("\"message\":\"opened\\n\",\"topic\":\"heartbeat\",\"offset\":17,\"note\":\"two words\"}\n");
    }

    @Test
    void aCommandInALogShowsNoToken() {
        ConfirmMoneyTransfer command =
                new ConfirmMoneyTransfer(new UUID(1, 2), TOKEN, 1, "NL80OPEN0123456789", "cash", "gift");
        assertThat(line(new TextLines(), event("refused " + command)))
                .contains("NL80OPEN0123456789")
                .doesNotContain(TOKEN);
        assertThat(line(new JsonLines(), event("refused " + command))).doesNotContain(TOKEN);
    }

    private static LoggingEvent event(String message) {
        LoggingEvent event = new LoggingEvent();
        event.setInstant(Instant.parse("2026-01-31T11:00:00Z"));
        event.setLevel(Level.INFO);
        event.setLoggerName("org.bank.Ledger");
        event.setThreadName("main");
        event.setMessage(message);
        event.addKeyValuePair(new KeyValuePair("topic", "heartbeat"));
        event.addKeyValuePair(new KeyValuePair("offset", 17L));
        event.addKeyValuePair(new KeyValuePair("note", "two words"));
        return event;
    }

    private static String line(Encoder<ILoggingEvent> encoder, ILoggingEvent event) {
        encoder.setContext(new LoggerContext());
        encoder.start();
        return new String(encoder.encode(event), StandardCharsets.UTF_8);
    }
}
