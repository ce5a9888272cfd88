package org.openbankmark.bank.graphql.operation;

import graphql.schema.idl.RuntimeWiring;
import org.openbankmark.bank.graphql.figures.BankFigures;
import org.openbankmark.bank.graphql.figures.BankFigures.TopicFigures;
import org.openbankmark.bank.graphql.figures.FigureSampler;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How much happens in the bank, once or once a second. */
@Component
final class FigureOperations implements RuntimeWiringConfigurer {
    private static final String FIELD = "bank_figures";

    private final FigureSampler sampler;

    FigureOperations(FigureSampler sampler) {
        this.sampler = sampler;
    }

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type(
                        "Query",
                        type -> type.dataFetcher(
                                FIELD, environment -> sampler.now().toFuture()))
                .type("Subscription", type -> type.dataFetcher(FIELD, environment -> sampler.stream()))
                .type("BankFigures", type -> type.dataFetcher(
                                "accounts", new ShownField<>(BankFigures.class, BankFigures::accounts))
                        .dataFetcher("transactions", new ShownField<>(BankFigures.class, BankFigures::transactions))
                        .dataFetcher(
                                "transactions_per_second",
                                new ShownField<>(BankFigures.class, BankFigures::transactionsPerSecond))
                        .dataFetcher("topics", new ShownField<>(BankFigures.class, BankFigures::topics)))
                .type("TopicFigures", type -> type.dataFetcher(
                                "name", new ShownField<>(TopicFigures.class, TopicFigures::name))
                        .dataFetcher("events", new ShownField<>(TopicFigures.class, TopicFigures::events))
                        .dataFetcher(
                                "events_per_second",
                                new ShownField<>(TopicFigures.class, TopicFigures::eventsPerSecond)));
    }
}
