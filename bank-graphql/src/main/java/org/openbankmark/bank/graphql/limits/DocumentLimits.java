package org.openbankmark.bank.graphql.limits;

import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import graphql.parser.ParserOptions;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Refuses documents that are too large, too deep or too costly before anything is carried out. */
@Configuration(proxyBeanMethods = false)
class DocumentLimits {
    /** Of a document; GraphiQL's introspection has about 300. */
    private static final int TOKENS = 4_000;

    @Bean
    ParserOptions documentSize(Limits limits) {
        ParserOptions options = ParserOptions.newParserOptions()
                .maxCharacters(limits.documentCharacters())
                .maxTokens(TOKENS)
                .maxWhitespaceTokens(2 * TOKENS)
                .build();
        // graphql-java takes them from nowhere else when Spring parses a document.
        ParserOptions.setDefaultParserOptions(options);
        ParserOptions.setDefaultOperationParserOptions(options);
        return options;
    }

    @Bean
    GraphQlSourceBuilderCustomizer knownDocuments() {
        KnownDocuments known = new KnownDocuments();
        return source -> source.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(known));
    }

    @Bean
    Instrumentation documentDepth(Limits limits) {
        return new MaxQueryDepthInstrumentation(limits.depth());
    }

    @Bean
    Instrumentation documentCost(Limits limits) {
        return new MaxQueryComplexityInstrumentation(limits.cost(), new DocumentCost(limits));
    }
}
