package org.openbankmark.bank.operations.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;

/**
 * Sets Logback up: one line for each event, to standard output, as text for people or as JSON (LOG_FORMAT), the bank's own
 * events from LOG_LEVEL on and warnings of others. In code, because Logback's XML takes most of a second of each start; a file
 * named by {@code -Dlogback.configurationFile} goes before it.
 */
public final class LogSetup extends ContextAwareBase implements Configurator {
    private final Map<String, String> environment;

    /** For Logback, which finds this class as a service. */
    public LogSetup() {
        this(System.getenv());
    }

    LogSetup(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty("logback.configurationFile") != null) {
            DefaultJoranConfigurator fromFile = new DefaultJoranConfigurator();
            fromFile.setContext(context);
            return fromFile.configure(context);
        }
        Encoder<ILoggingEvent> encoder =
                "json".equals(environment.get("LOG_FORMAT")) ? new JsonLines() : new TextLines();
        encoder.setContext(context);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("console");
        console.setEncoder(encoder);
        console.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        // It warns of each attempt to reach a broker that is away; health and the services' own events tell of that.
        context.getLogger("org.apache.kafka.clients.NetworkClient").setLevel(Level.ERROR);
        context.getLogger("org.openbankmark").setLevel(Level.toLevel(environment.get("LOG_LEVEL"), Level.INFO));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
