package org.openbankmark.bank.graphql.web;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The front-end's pages: one file, which finds out by the address what to show. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
    private static final List<String> PAGES = List.of("/employee", "/client", "/background");

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        PAGES.forEach(page -> registry.addViewController(page).setViewName("forward:/index.html"));
    }
}
