package org.openbankmark.bank.graphql.operation;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.access.AccessRules;
import org.openbankmark.bank.graphql.access.Arguments;
import org.openbankmark.bank.graphql.access.Visitor;
import org.openbankmark.bank.graphql.limits.Limits;
import org.openbankmark.bank.graphql.live.TransactionStream;
import org.openbankmark.bank.graphql.transaction.Direction;
import org.openbankmark.bank.graphql.transaction.Transaction;
import org.openbankmark.bank.graphql.transaction.TransactionFilter;
import org.openbankmark.bank.graphql.transaction.TransactionTable;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/** Queries of transactions, and their stream. */
@Component
final class TransactionOperations implements RuntimeWiringConfigurer {
    private final TransactionTable table;
    private final TransactionStream stream;
    private final Arguments arguments;
    private final Limits limits;

    TransactionOperations(TransactionTable table, TransactionStream stream, Arguments arguments, Limits limits) {
        this.table = table;
        this.stream = stream;
        this.arguments = arguments;
        this.limits = limits;
    }

    /** Some transactions of one account. */
    record TransactionPage(
            List<Transaction> items, @Nullable Long next) {}

    /** The last transaction of some accounts. */
    record AccountPage(List<Transaction> items, @Nullable String next, int total) {}

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type("Query", type -> type.dataFetcher("transaction_by_id", this::byId)
                        .dataFetcher("transactions_by_iban", this::byIban)
                        .dataFetcher("all_last_transactions", this::lastOfAll)
                        .dataFetcher("transactions", this::page)
                        .dataFetcher("accounts", this::accounts))
                .type("Subscription", type -> type.dataFetcher("stream_transactions", this::stream))
                .type("TransactionPage", type -> type.dataFetcher(
                                "items", new ShownField<>(TransactionPage.class, TransactionPage::items))
                        .dataFetcher("next", new ShownField<>(TransactionPage.class, TransactionPage::next)))
                .type("AccountPage", type -> type.dataFetcher(
                                "items", new ShownField<>(AccountPage.class, AccountPage::items))
                        .dataFetcher("next", new ShownField<>(AccountPage.class, AccountPage::next))
                        .dataFetcher("total", new ShownField<>(AccountPage.class, AccountPage::total)));
    }

    /** What is not there and what may not be seen are refused alike; only an employee, who sees all, is told the difference. */
    private @Nullable Transaction byId(DataFetchingEnvironment environment) {
        Visitor visitor = visitor(environment);
        int id = arguments.given(environment, "id", Integer.class);
        Transaction found = table.byId(id)
                .filter(transaction -> AccessRules.maySee(visitor, transaction.iban()))
                .orElse(null);
        if (found == null) {
            AccessRules.requireEmployee(visitor);
        }
        return found;
    }

    private List<Transaction> byIban(DataFetchingEnvironment environment) {
        int most = arguments.items(environment, "max_items");
        return table.newest(visibleIban(environment), null, most);
    }

    private List<Transaction> lastOfAll(DataFetchingEnvironment environment) {
        AccessRules.requireEmployee(visitor(environment));
        return table.lastOfEach("", limits.accountsAtOnce());
    }

    private TransactionPage page(DataFetchingEnvironment environment) {
        int first = arguments.items(environment, "first");
        Integer before = environment.getArgument("before");
        // One more than is shown tells whether there are older ones.
        List<Transaction> found =
                table.newest(visibleIban(environment), before == null ? null : before.longValue(), first + 1);
        List<Transaction> shown = found.subList(0, Math.min(first, found.size()));
        return new TransactionPage(
                shown, found.size() > first ? shown.get(first - 1).id() : null);
    }

    private AccountPage accounts(DataFetchingEnvironment environment) {
        AccessRules.requireEmployee(visitor(environment));
        int first = arguments.items(environment, "first");
        String after = arguments.textOrNull(environment, "after");
        List<Transaction> found = table.lastOfEach(after == null ? "" : after, first + 1);
        List<Transaction> shown = found.subList(0, Math.min(first, found.size()));
        return new AccountPage(
                shown, found.size() > first ? shown.get(first - 1).iban() : null, table.accounts());
    }

    private Publisher<Transaction> stream(DataFetchingEnvironment environment) {
        String iban = arguments.textOrNull(environment, "iban");
        AccessRules.requireSight(visitor(environment), iban);
        Integer least = environment.getArgument("min_amount");
        String direction = environment.getArgument("direction");
        Integer after = environment.getArgument("after_id");
        return stream.of(
                new TransactionFilter(
                        iban,
                        least == null ? null : least.longValue(),
                        direction == null ? null : Direction.valueOf(direction)),
                after == null ? null : after.longValue());
    }

    private String visibleIban(DataFetchingEnvironment environment) {
        String iban = arguments.text(environment, "iban");
        AccessRules.requireSight(visitor(environment), iban);
        return iban;
    }

    private static Visitor visitor(DataFetchingEnvironment environment) {
        return Visitor.of(environment.getGraphQlContext());
    }
}
