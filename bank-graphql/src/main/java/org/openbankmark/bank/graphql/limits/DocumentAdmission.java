package org.openbankmark.bank.graphql.limits;

import graphql.GraphQLContext;
import graphql.execution.AbortExecutionException;

/** Judges documents whose cost is not too high by itself, before anything is carried out. Called by many threads at once. */
@FunctionalInterface
public interface DocumentAdmission {
    /**
     * Admits a query or a mutation.
     *
     * @param cost by {@link DocumentCost}
     * @throws AbortExecutionException if it may not be carried out now, with what its client is told
     */
    void admit(GraphQLContext context, int cost);
}
