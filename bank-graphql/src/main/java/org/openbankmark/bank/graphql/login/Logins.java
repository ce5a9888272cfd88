package org.openbankmark.bank.graphql.login;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import org.openbankmark.bank.graphql.login.LoginOutcome.LoggedIn;
import org.openbankmark.bank.graphql.login.LoginOutcome.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs people in, and opens accounts for new names. Thread-safe. */
public final class Logins implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);
    private static final String INCORRECT = "incorrect password";

    private final HolderTable holders;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Sessions sessions;
    private final Employee employee;
    private final AccountOpening opening;
    private final ThreadPoolExecutor threads;
    private final ThreadPoolExecutor openings;

    /**
     * Of these.
     *
     * @param threads in which passwords are hashed, so that nobody else has to
     * @param openings in which replies are waited for: who has an account logs in while none can be opened
     */
    Logins(
            HolderTable holders,
            Passwords passwords,
            Attempts attempts,
            Sessions sessions,
            Employee employee,
            AccountOpening opening,
            ThreadPoolExecutor threads,
            ThreadPoolExecutor openings) {
        this.holders = holders;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.employee = employee;
        this.opening = opening;
        this.threads = threads;
        this.openings = openings;
    }

    /**
     * Logs the holder of an account in, or opens one where the name is new.
     *
     * @return fails with a RejectedExecutionException when too many wait, and with a DataAccessException when the database is away
     */
    @SuppressWarnings("FutureReturnValueIgnored") // It is not: the inner one is composed.
    public CompletableFuture<LoginOutcome> holder(String username, String password, String address) {
        Optional<String> refusal = passwords.refusal(username, password);
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(new Refused(refusal.get()));
        }
        return inTurn(threads, () -> logIn(username, password, address)).thenCompose(outcome -> outcome);
    }

    /** Logs an employee in; the name has been held to the limits of a text. */
    public CompletableFuture<LoginOutcome> employee(String username, String password, String address) {
        return inTurn(threads, () -> {
            if (!attempts.mayLogIn(username, address)) {
                return tooMany();
            }
            if (!employee.is(username, password)) {
                return new Refused("incorrect username or password");
            }
            attempts.loggedIn(username, address);
            return new LoggedIn(sessions.open(Viewer.employee(username)));
        });
    }

    private interface Work<T> {
        T outcome() throws InterruptedException;
    }

    private static <T> CompletableFuture<T> inTurn(ThreadPoolExecutor threads, Work<T> work) {
        CompletableFuture<T> outcome = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                try {
                    outcome.complete(work.outcome());
                } catch (InterruptedException closing) {
                    Thread.currentThread().interrupt();
                    outcome.completeExceptionally(closing);
                } catch (RuntimeException | Error failure) {
                    outcome.completeExceptionally(failure);
                }
            });
        } catch (RejectedExecutionException tooMany) {
            outcome.completeExceptionally(tooMany);
        }
        return outcome;
    }

    private CompletableFuture<LoginOutcome> logIn(String username, String password, String address) {
        if (!attempts.mayLogIn(username, address)) {
            return CompletableFuture.completedFuture(tooMany());
        }
        Optional<Holder> known = holders.find(username);
        if (known.isEmpty()) {
            if (!attempts.mayOpen(address)) {
                return CompletableFuture.completedFuture(tooMany());
            }
            Holder taken = new Holder(username, passwords.hash(password), UUID.randomUUID(), null, null);
            known = holders.take(taken) ? Optional.of(taken) : holders.find(username);
        }
        if (known.isEmpty() || !passwords.matches(password, known.get().password())) {
            return CompletableFuture.completedFuture(new Refused(INCORRECT));
        }
        attempts.loggedIn(username, address);
        Holder holder = known.get();
        if (holder.iban() != null && holder.token() != null) {
            return CompletableFuture.completedFuture(
                    new LoggedIn(sessions.open(Viewer.holder(holder.username(), holder.iban(), holder.token()))));
        }
        return inTurn(openings, () -> open(holder));
    }

    private LoginOutcome open(Holder holder) throws InterruptedException {
        try {
            return opening.open(holder)
                    .<LoginOutcome>map(viewer -> new LoggedIn(sessions.open(viewer)))
                    .orElseGet(() -> new Refused("no account could be opened; try again"));
        } catch (ExecutionException noReply) {
            LOG.atWarn().log("an account could not be opened: {}", String.valueOf(noReply.getCause()));
            return new Refused("the bank does not answer; try again with the same name and password");
        }
    }

    private LoginOutcome tooMany() {
        return new Refused("too many attempts; try again in "
                + Math.max(1, attempts.window().toMinutes()) + " minutes");
    }

    @Override
    public void close() {
        threads.shutdownNow();
        openings.shutdownNow();
    }
}
