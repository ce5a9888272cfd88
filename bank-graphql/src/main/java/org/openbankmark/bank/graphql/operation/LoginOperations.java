package org.openbankmark.bank.graphql.operation;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openbankmark.bank.graphql.access.Arguments;
import org.openbankmark.bank.graphql.access.Visitor;
import org.openbankmark.bank.graphql.login.LoginOutcome;
import org.openbankmark.bank.graphql.login.LoginOutcome.LoggedIn;
import org.openbankmark.bank.graphql.login.LoginOutcome.Refused;
import org.openbankmark.bank.graphql.login.Logins;
import org.openbankmark.bank.graphql.login.Session;
import org.openbankmark.bank.graphql.login.Sessions;
import org.openbankmark.bank.graphql.login.Viewer;
import org.reactivestreams.Publisher;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Login and logout. */
@Component
final class LoginOperations implements RuntimeWiringConfigurer {
    private final Logins logins;
    private final Sessions sessions;
    private final Arguments arguments;

    LoginOperations(Logins logins, Sessions sessions, Arguments arguments) {
        this.logins = logins;
        this.sessions = sessions;
        this.arguments = arguments;
    }

    /** What became of a login; one of the two is null. */
    record LoginResult(@Nullable Viewer viewer, @Nullable String reason) {}

    /** The same in the original's words. */
    record AccountResult(
            @Nullable String iban,
            @Nullable String token,
            @Nullable String reason) {}

    @Override
    public void configure(RuntimeWiring.Builder wiring) {
        wiring.type(
                        "Query",
                        type -> type.dataFetcher(
                                "me",
                                environment -> visitor(environment).viewer().orElse(null)))
                .type("Mutation", type -> type.dataFetcher("login", this::login)
                        .dataFetcher("login_employee", this::loginEmployee)
                        .dataFetcher("logout", this::logout))
                .type("Subscription", type -> type.dataFetcher("get_account", this::getAccount))
                .type("Viewer", type -> type.dataFetcher("username", new ShownField<>(Viewer.class, Viewer::username))
                        .dataFetcher("iban", new ShownField<>(Viewer.class, Viewer::iban))
                        .dataFetcher("token", new ShownField<>(Viewer.class, Viewer::token))
                        .dataFetcher("employee", new ShownField<>(Viewer.class, Viewer::employee)))
                .type("LoginResult", type -> type.dataFetcher(
                                "viewer", new ShownField<>(LoginResult.class, LoginResult::viewer))
                        .dataFetcher("reason", new ShownField<>(LoginResult.class, LoginResult::reason)))
                .type("AccountResult", type -> type.dataFetcher(
                                "iban", new ShownField<>(AccountResult.class, AccountResult::iban))
                        .dataFetcher("token", new ShownField<>(AccountResult.class, AccountResult::token))
                        .dataFetcher("reason", new ShownField<>(AccountResult.class, AccountResult::reason)));
    }

    private CompletableFuture<LoginResult> login(DataFetchingEnvironment environment) {
        Visitor visitor = visitor(environment);
        return holder(environment, visitor).thenApply(outcome -> result(visitor, outcome));
    }

    private CompletableFuture<LoginResult> loginEmployee(DataFetchingEnvironment environment) {
        Visitor visitor = visitor(environment);
        return logins.employee(
                        arguments.text(environment, "username"),
                        arguments.text(environment, "password"),
                        visitor.address())
                .thenApply(outcome -> result(visitor, outcome));
    }

    private boolean logout(DataFetchingEnvironment environment) {
        Visitor visitor = visitor(environment);
        boolean ended = visitor.session().filter(sessions::end).isPresent();
        visitor.leave();
        return ended;
    }

    private Publisher<AccountResult> getAccount(DataFetchingEnvironment environment) {
        Visitor visitor = visitor(environment);
        return Mono.fromFuture(() -> holder(environment, visitor).thenApply(outcome -> {
            LoginResult result = result(visitor, outcome);
            Viewer viewer = result.viewer();
            return viewer == null
                    ? new AccountResult(null, null, result.reason())
                    : new AccountResult(viewer.iban(), viewer.token(), null);
        }));
    }

    private CompletableFuture<LoginOutcome> holder(DataFetchingEnvironment environment, Visitor visitor) {
        return logins.holder(
                arguments.given(environment, "username", String.class),
                arguments.given(environment, "password", String.class),
                visitor.address());
    }

    /** The visitor is logged in before the answer leaves, so that what it asks next is answered. */
    private static LoginResult result(Visitor visitor, LoginOutcome outcome) {
        if (outcome instanceof LoggedIn in) {
            Session session = in.session();
            visitor.enter(session);
            return new LoginResult(session.viewer(), null);
        }
        return new LoginResult(null, ((Refused) outcome).reason());
    }

    private static Visitor visitor(DataFetchingEnvironment environment) {
        return Visitor.of(environment.getGraphQlContext());
    }
}
