package org.openbankmark.bank.graphql.limits;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import java.util.Map;

/**
 * What a field costs: 1, and what is below it for each item that may be there. An operation costs 50 more, for what is looked up,
 * so that many small ones under aliases are dear, too.
 */
record DocumentCost(Limits limits) implements FieldComplexityCalculator {
    private static final int OPERATION = 50;

    @Override
    public int calculate(FieldComplexityEnvironment environment, int below) {
        long items = 1;
        for (String argument : new String[] {"first", "max_items"}) {
            Object value = arguments(environment).get(argument);
            if (value instanceof Integer number) {
                // What is out of its limits is refused by the operation.
                items = Math.max(1, Math.min(number, limits.items()));
            }
        }
        if (environment.getField().getName().equals("all_last_transactions")) {
            items = limits.accountsAtOnce();
        }
        long cost = 1 + items * below + (environment.getParentEnvironment() == null ? OPERATION : 0);
        return (int) Math.min(cost, Integer.MAX_VALUE);
    }

    private static Map<String, Object> arguments(FieldComplexityEnvironment environment) {
        return environment.getArguments();
    }
}
