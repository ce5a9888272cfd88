package org.openbankmark.bank.graphql;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;

/** Starts the endpoint. Settings are environment variables; docs/bank-graphql.md has them. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class Main {
    /** Logs are set up by the services' own LogSetup, so that all services write them alike. */
    private static final String LOGGING = "org.springframework.boot.logging.LoggingSystem";

    /** Of Reactor: how many answers of a subscription are written ahead for a connection that does not read, 256 unless said. */
    private static final String ANSWERS_AHEAD = "reactor.bufferSize.small";

    /** Serves until the process is asked to end. */
    public static void main(String[] arguments) {
        System.setProperty(LOGGING, "none");
        System.setProperty(ANSWERS_AHEAD, "32");
        // Tomcat logs through java.util.logging.
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        quieten();
        SpringApplication application = new SpringApplication(Main.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.addListeners(new StartTold());
        application.run(arguments);
    }

    /** It logs a trace for each connection that a client cuts; what fails in operations is told by Refusals. */
    private static void quieten() {
        if (LoggerFactory.getLogger(GraphQlWebSocketHandler.class) instanceof Logger logger) {
            logger.setLevel(Level.OFF);
        }
    }
}
