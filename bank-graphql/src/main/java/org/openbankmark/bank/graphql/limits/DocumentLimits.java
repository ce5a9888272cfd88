package org.openbankmark.bank.graphql.limits;

import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.analysis.MaxQueryDepthInstrumentation;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.Instrumentation;
import graphql.parser.ParserOptions;
import java.util.Objects;
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

    /**
     * There are no data loaders here. Where Spring hands over its empty registry of them, graphql-java 26 remembers each event of a
     * subscription for as long as the subscription lasts, some 900 bytes for each: PerLevelDataLoaderDispatchStrategy keeps one call
     * stack for each and lets none go.
     */
    @Bean
    GraphQlSourceBuilderCustomizer knownDocuments() {
        KnownDocuments known = new KnownDocuments();
        return source -> source.configureGraphQl(
                graphQl -> graphQl.preparsedDocumentProvider(known).doNotAutomaticallyDispatchDataLoader());
    }

    @Bean
    Instrumentation documentDepth(Limits limits) {
        return new MaxQueryDepthInstrumentation(limits.depth());
    }

    @Bean
    Instrumentation documentCost(Limits limits, DocumentAdmission admission) {
        // Judges each document that costs anything.
        return new MaxQueryComplexityInstrumentation(0, new DocumentCost(limits), document -> {
            int cost = document.getComplexity();
            if (cost > limits.cost()) {
                throw new AbortExecutionException("maximum query complexity exceeded " + cost + " > " + limits.cost());
            }
            ExecutionContext execution = Objects.requireNonNull(document.getInstrumentationExecuteOperationParameters())
                    .getExecutionContext();
            if (!execution.isSubscriptionOperation()) {
                admission.admit(execution.getGraphQLContext(), cost);
            }
            return false;
        });
    }
}
