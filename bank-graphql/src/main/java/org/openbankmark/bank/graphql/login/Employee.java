package org.openbankmark.bank.graphql.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The employee's name and password, which are configuration. Without a password nobody can log in as one.
 *
 * @param username in full
 * @param password in full; empty for none
 */
@ConfigurationProperties("bank.employee")
public record Employee(String username, String password) {

    /** Compared in constant time. */
    boolean is(String givenUsername, String givenPassword) {
        boolean name = MessageDigest.isEqual(bytes(username), bytes(givenUsername));
        boolean secret = MessageDigest.isEqual(bytes(password), bytes(givenPassword));
        return name && secret && !password.isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Employee[" + username + "]";
    }
}
