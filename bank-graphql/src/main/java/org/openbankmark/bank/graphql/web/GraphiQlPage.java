package org.openbankmark.bank.graphql.web;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** GraphiQL from our own files, so that it needs no other site; not there when it is turned off. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bank.graphiql")
class GraphiQlPage implements WebMvcConfigurer {
    static final String PATH = "/graphiql";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController(PATH).setViewName("forward:" + PATH + "/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(PATH + "/**").addResourceLocations("classpath:" + PATH + "/");
    }
}
