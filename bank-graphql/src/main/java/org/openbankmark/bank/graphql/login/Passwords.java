package org.openbankmark.bank.graphql.login;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.openbankmark.bank.graphql.limits.Limits;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What names and passwords must be like, and how passwords are hashed: bcrypt, salted, slow by intent. Thread-safe. */
@Component
final class Passwords {
    private static final int LEAST_CHARACTERS = 8;
    /** bcrypt takes no more; a longer one would be cut in silence. */
    private static final int MOST_BYTES = 72;
    /** 2^11 rounds: about a tenth of a second. */
    private static final int STRENGTH = 11;

    private final PasswordEncoder encoder = new BCryptPasswordEncoder(STRENGTH);
    private final int mostNameCharacters;

    Passwords(Limits limits) {
        this.mostNameCharacters = limits.textCharacters();
    }

    /** Why these cannot be a name and a password. */
    Optional<String> refusal(String username, String password) {
        if (username.codePointCount(0, username.length()) < LEAST_CHARACTERS) {
            return Optional.of("username must have at least " + LEAST_CHARACTERS + " characters");
        }
        if (password.codePointCount(0, password.length()) < LEAST_CHARACTERS) {
            return Optional.of("password must have at least " + LEAST_CHARACTERS + " characters");
        }
        if (username.length() > mostNameCharacters) {
            return Optional.of("username must have at most " + mostNameCharacters + " characters");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of("password must have at most " + MOST_BYTES + " bytes");
        }
        if (username.chars().anyMatch(Character::isISOControl) || password.indexOf('\0') >= 0) {
            return Optional.of("username and password cannot have control characters");
        }
        // Stored, each half would become the same question mark, and two names one.
        if (username.codePoints().anyMatch(Passwords::isHalf)
                || password.codePoints().anyMatch(Passwords::isHalf)) {
            return Optional.of("username and password cannot have halves of characters");
        }
        return Optional.empty();
    }

    private static boolean isHalf(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("bcrypt gave no hash");
        }
        return hash;
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }
}
