package org.openbankmark.bank.graphql.login;

import java.time.Duration;
import org.openbankmark.bank.graphql.limits.Limits;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/**
 * Counts what may be tried only so often within a time, in the database, so that it holds for all instances together. Counted
 * before the attempt, so that many at once do not slip through; given back when it was a right one, but for the number of logins. Thread-safe.
 */
@Component
public final class Attempts {
    private static final String COUNT = """
            INSERT INTO attempt AS known (who, since, attempts) VALUES (?, now(), 1)
            ON CONFLICT (who) DO UPDATE SET
                attempts = CASE WHEN known.since <= now() - make_interval(secs => ?) THEN 1 ELSE known.attempts + 1 END,
                since = CASE WHEN known.since <= now() - make_interval(secs => ?) THEN now() ELSE known.since END
            RETURNING attempts""";

    private final JdbcTemplate jdbc;
    private final Limits limits;

    Attempts(JdbcTemplate jdbc, Limits limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /**
     * Counts a login; false if there were too many wrong ones with this name or from this address, or too many of all. What came
     * after too many does not count against the name: its holder may come from elsewhere.
     */
    boolean mayLogIn(String username, String address) {
        // From many addresses a name may be tried ten times as often: a limit that locks out its holder is a weapon,
        // too.
        return count("login " + address) <= limits.loginsPerAddress()
                && count("address " + address) <= limits.attemptsPerAddress()
                && count("name " + address + " " + username) <= limits.attemptsPerName()
                && count("name " + username) <= 10L * limits.attemptsPerName();
    }

    /** It was the holder: the attempt does not count. */
    void loggedIn(String username, String address) {
        giveBack("address " + address);
        giveBack("name " + address + " " + username);
        giveBack("name " + username);
    }

    /** Counts the opening of an account; false if there were too many from this address. */
    boolean mayOpen(String address) {
        return count("opening " + address) <= limits.openingsPerAddress();
    }

    /** Counts a transfer by a token that may be a guess; false if there were too many from this address. */
    public boolean mayGuessToken(String address) {
        return count("token " + address) <= limits.attemptsPerAddress();
    }

    /** What was counted told its sender nothing about a token. Written down by another thread, as this one delivers replies. */
    public void wasNoGuess(String address) {
        Schedulers.boundedElastic().schedule(() -> giveBack("token " + address));
    }

    /** In which attempts are counted. */
    Duration window() {
        return limits.attemptWindow();
    }

    private int count(String who) {
        long seconds = window().toSeconds();
        jdbc.update("DELETE FROM attempt WHERE since <= now() - make_interval(secs => ?)", seconds);
        Integer attempts = jdbc.queryForObject(COUNT, Integer.class, who, seconds, seconds);
        return attempts == null ? Integer.MAX_VALUE : attempts;
    }

    private void giveBack(String who) {
        jdbc.update("UPDATE attempt SET attempts = greatest(attempts - 1, 0) WHERE who = ?", who);
    }
}
