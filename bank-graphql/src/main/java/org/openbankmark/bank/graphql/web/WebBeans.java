package org.openbankmark.bank.graphql.web;

import org.openbankmark.bank.graphql.limits.AnswerBudget;
import org.openbankmark.bank.graphql.limits.Limits;
import org.openbankmark.bank.graphql.limits.OpenConnections;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;
import tools.jackson.databind.json.JsonMapper;

/** The WebSocket with its limits. */
@Configuration(proxyBeanMethods = false)
class WebBeans {

    @Bean
    GraphQlWebSocketHandler graphQlWebSocketHandler(
            WebGraphQlHandler handler,
            GraphQlProperties properties,
            JsonMapper json,
            OpenConnections connections,
            AnswerBudget budget) {
        return new BankSocketHandler(
                handler,
                objects(new JacksonJsonHttpMessageConverter(json)),
                properties.getWebsocket().getConnectionInitTimeout(),
                properties.getWebsocket().getKeepAlive(),
                connections,
                budget);
    }

    /** A body of which nothing comes for so long is not waited for: it holds a thread. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bodyPauses() {
        return server -> server.addConnectorCustomizers(connector -> {
            connector.setProperty("disableUploadTimeout", "false");
            connector.setProperty("connectionUploadTimeout", "5000");
        });
    }

    /** A longer message closes its connection with 1009 (RFC 6455 section 7.4.1). */
    @Bean
    ServletServerContainerFactoryBean webSocketContainer(Limits limits) {
        ServletServerContainerFactoryBean container = new ServletServerContainerFactoryBean();
        container.setMaxTextMessageBufferSize(limits.messageBytes());
        container.setMaxBinaryMessageBufferSize(1_024);
        return container;
    }

    @SuppressWarnings("unchecked") // Spring's handler wants it for all objects, which it is
    private static HttpMessageConverter<Object> objects(HttpMessageConverter<?> json) {
        return (HttpMessageConverter<Object>) json;
    }
}
