package org.openbankmark.bank.graphql.limits;

import graphql.analysis.FieldComplexityCalculator;
import graphql.analysis.FieldComplexityEnvironment;
import java.util.Map;

/**
 * What a field costs: 1 for each 32 characters of its name in the answer, and what is below it for each item that may be there. An
 * operation costs 50 more, for what is looked up, so that many small ones under aliases are dear, too. A subscription is a list of as
 * many as may wait for a connection that does not read: so its answers are small, and what waits is little memory.
 */
record DocumentCost(Limits limits) implements FieldComplexityCalculator {
    private static final int OPERATION = 50;
    private static final int NAME_CHARACTERS = 32;
    /** More than ever wait: those written ahead of the socket (32), and the transactions in the subscriber's own buffer (256). */
    private static final int WAITING_ANSWERS = 512;

    @Override
    public int calculate(FieldComplexityEnvironment environment, int below) {
        long items = environment.getParentType().getName().equals("Subscription") ? WAITING_ANSWERS : 1;
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
        int own = 1 + environment.getField().getResultKey().length() / NAME_CHARACTERS;
        long cost = items * below + own + (environment.getParentEnvironment() == null ? OPERATION : 0);
        return (int) Math.min(cost, Integer.MAX_VALUE);
    }

    private static Map<String, Object> arguments(FieldComplexityEnvironment environment) {
        return environment.getArguments();
    }
}
