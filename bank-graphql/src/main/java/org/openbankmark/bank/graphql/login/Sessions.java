package org.openbankmark.bank.graphql.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openbankmark.bank.graphql.limits.Limits;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The sessions, in the database, so that all instances know them. A secret has 256 random bits; only its hash is kept. Thread-safe.
 */
@Component
public final class Sessions {
    private static final int SECRET_BYTES = 32;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String VALID = "secret_hash = ? AND expires_at > now()";

    private final JdbcTemplate jdbc;
    private final Duration duration;
    private final SecureRandom random = new SecureRandom();

    Sessions(JdbcTemplate jdbc, Limits limits) {
        this.jdbc = jdbc;
        this.duration = limits.session();
    }

    /** How long they last. */
    public Duration duration() {
        return duration;
    }

    /** A new one. Those that have expired are forgotten on the way. */
    public Session open(Viewer viewer) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.update("DELETE FROM session WHERE expires_at <= now()");
        jdbc.update(
                "INSERT INTO session (secret_hash, username, employee, expires_at)"
                        + " VALUES (?, ?, ?, now() + make_interval(secs => ?))",
                hash(secret),
                viewer.username(),
                viewer.employee(),
                duration.toSeconds());
        return new Session(secret, viewer);
    }

    /** The session with this secret; empty if there is none, or it has expired or was ended. */
    public Optional<Session> find(String secret) {
        if (!SECRET.matcher(secret).matches()) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        "SELECT s.username, s.employee, h.iban, h.token"
                                + " FROM session s LEFT JOIN holder h ON h.username = s.username AND NOT s.employee"
                                + " WHERE " + VALID,
                        Sessions::viewer,
                        (Object) hash(secret))
                .stream()
                .map(viewer -> new Session(secret, viewer))
                .findFirst();
    }

    /** Which of these secrets are those of sessions that have not ended. */
    public Set<String> living(Set<String> secrets) {
        Map<String, String> byHash = new HashMap<>();
        secrets.forEach(secret -> byHash.put(HexFormat.of().formatHex(hash(secret)), secret));
        byte[][] hashes = secrets.stream().map(Sessions::hash).toArray(byte[][]::new);
        // Bytes with bytes, as the key has them: asked once a second, it must not read all sessions.
        return jdbc
                .query(
                        connection -> {
                            PreparedStatement asked = connection.prepareStatement("SELECT secret_hash FROM session"
                                    + " WHERE expires_at > now() AND secret_hash = ANY (?)");
                            asked.setArray(1, connection.createArrayOf("bytea", hashes));
                            return asked;
                        },
                        (row, number) -> HexFormat.of().formatHex(row.getBytes(1)))
                .stream()
                .map(byHash::get)
                .collect(Collectors.toSet());
    }

    /** Ends it, for all instances; false if it was not there. */
    public boolean end(Session session) {
        return jdbc.update("DELETE FROM session WHERE " + VALID, (Object) hash(session.secret())) > 0;
    }

    private static Viewer viewer(ResultSet row, int number) throws SQLException {
        return new Viewer(row.getString(1), row.getString(3), row.getString(4), row.getBoolean(2));
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
