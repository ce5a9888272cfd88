package org.openbankmark.bank.graphql.operation;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.function.Function;
import org.openbankmark.bank.graphql.transaction.Euros;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** How a transaction is shown. */
@Component
final class TransactionFields implements RuntimeWiringConfigurer {

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Transaction", type -> {
            field(type, "id", Transaction::id);
            field(type, "iban", Transaction::iban);
            field(type, "new_balance", transaction -> Euros.text(transaction.newBalance()));
            field(type, "changed_by", transaction -> Euros.amount(transaction.changedBy()));
            field(type, "from_to", Transaction::fromTo);
            field(type, "descr", Transaction::description);
            field(type, "direction", Transaction::direction);
            field(type, "new_balance_cents", Transaction::newBalance);
            return field(type, "changed_by_cents", Transaction::changedBy);
        });
    }

    private static TypeRuntimeWiring.Builder field(
            TypeRuntimeWiring.Builder type, String name, Function<Transaction, Object> value) {
        return type.dataFetcher(name, new ShownField<>(Transaction.class, value));
    }
}
