package org.openbankmark.bank.operations.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * Events as lines for people: {@code 2026-01-31T12:00:00.000Z INFO  PaceControl - the pace was set batch_size=20 wait_ms=100}.
 * An event is one line whatever was put into it, so that nobody writes log lines by sending line breaks; only the traces of
 * exceptions are more.
 */
public final class TextLines extends EventEncoder {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    @Override
    public byte[] encode(ILoggingEvent event) {
        String logger = event.getLoggerName();
        StringBuilder line = new StringBuilder(200);
        TIME.formatTo(event.getInstant(), line);
        line.append(' ').append(event.getLevel());
        line.append(" ".repeat(Math.max(1, 6 - event.getLevel().toString().length())));
        line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(" - ");
        appendInOneLine(line, event.getFormattedMessage());
        List<KeyValuePair> fields = event.getKeyValuePairs();
        if (fields != null) {
            fields.forEach(field -> appendField(line, field.key, String.valueOf(field.value)));
        }
        line.append('\n');
        if (event.getThrowableProxy() != null) {
            line.append(trace(event));
        }
        return line.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void appendField(StringBuilder line, String name, String value) {
        line.append(' ').append(name).append('=');
        boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> c == ' ' || c == '"' || c == '=');
        if (plain) {
            appendInOneLine(line, value);
        } else {
            line.append('"');
            appendInOneLine(line, value.replace("\"", "\\\""));
            line.append('"');
        }
    }

    private static void appendInOneLine(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line.append("\\n");
            } else if (c == '\r') {
                line.append("\\r");
            } else {
                line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
            }
        }
    }
}
